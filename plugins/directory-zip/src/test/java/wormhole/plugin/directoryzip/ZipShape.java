package wormhole.plugin.directoryzip;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * An entry of an archive as one program or another lays it out.
 *
 * @param gap how many bytes of nothing come before it
 * @param dosTime what the local header says; the list may say another
 */
record ZipShape(
        String name, byte[] content, boolean deflated, After after, int gap, int dosTime, int listedDosTime, int mode) {
    private static final int DESCRIPTOR = 8;

    /** What comes after the content: a descriptor that must be there or not, or one that others could not find. */
    enum After {
        NOTHING,
        DESCRIPTOR,
        WIDE_DESCRIPTOR,
        UNMARKED_DESCRIPTOR,
        NO_DESCRIPTOR_ALTHOUGH_PROMISED
    }

    ZipShape named(String newName) {
        return new ZipShape(newName, content, deflated, after, gap, dosTime, listedDosTime, mode);
    }

    static byte[] archive(List<ZipShape> entries, boolean listedBackwards) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        List<byte[]> list = new ArrayList<>();
        for (ZipShape entry : entries) {
            all.writeBytes(new byte[entry.gap]);
            list.add(entry.listed(all.size()));
            all.writeBytes(entry.local());
        }
        if (listedBackwards) {
            Collections.reverse(list);
        }
        int start = all.size();
        list.forEach(all::writeBytes);
        ByteBuffer end = ZipHeaders.end(list.size(), start, all.size() - start);
        all.writeBytes(bytes(end));
        return all.toByteArray();
    }

    private byte[] local() {
        byte[] packed = packed();
        boolean later = after != After.NOTHING;
        ByteBuffer local = buffer(packed.length + 200).putInt(0x04034b50).putShort((short) 20);
        common(local, dosTime)
                .putInt(later ? 0 : crc())
                .putInt(later ? 0 : packed.length)
                .putInt(later ? 0 : content.length);
        local.putShort((short) rawName().length).putShort((short) 0).put(rawName());
        local.put(packed);
        switch (after) {
            case NOTHING, NO_DESCRIPTOR_ALTHOUGH_PROMISED -> {}
            case DESCRIPTOR ->
                local.putInt(0x08074b50).putInt(crc()).putInt(packed.length).putInt(content.length);
            case UNMARKED_DESCRIPTOR ->
                local.putInt(crc()).putInt(packed.length).putInt(content.length);
            case WIDE_DESCRIPTOR ->
                local.putInt(0x08074b50).putInt(crc()).putLong(packed.length).putLong(content.length);
        }
        return bytes(local.flip());
    }

    private byte[] listed(int at) {
        ByteBuffer listed = buffer(200).putInt(0x02014b50).putShort((short) (3 << 8 | 20));
        common(listed.putShort((short) 20), listedDosTime).putInt(crc()).putInt(packed().length);
        listed.putInt(content.length).putShort((short) rawName().length).putShort((short) 0);
        listed.putShort((short) 0).putInt(0).putInt(mode << 16).putInt(at).put(rawName());
        return bytes(listed.flip());
    }

    private ByteBuffer common(ByteBuffer header, int time) {
        return header.putShort((short) (after == After.NOTHING ? 0 : DESCRIPTOR))
                .putShort((short) (deflated ? 8 : 0))
                .putInt(time);
    }

    private byte[] rawName() {
        return name.getBytes(StandardCharsets.UTF_8);
    }

    private int crc() {
        CRC32 crc = new CRC32();
        crc.update(content);
        return (int) crc.getValue();
    }

    private byte[] packed() {
        if (!deflated) {
            return content;
        }
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        deflater.setInput(content);
        deflater.finish();
        byte[] packed = new byte[content.length + 100];
        int length = deflater.deflate(packed);
        deflater.end();
        return Arrays.copyOf(packed, length);
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    private static ByteBuffer buffer(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }
}
