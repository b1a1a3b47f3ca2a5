package wormhole.plugin.directoryzip;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.zip.CRC32;

/** An archive with whatever is in nobody's interest; what is told last counts for all that follows. */
final class HandMadeZip {
    private final ByteArrayOutputStream locals = new ByteArrayOutputStream();
    private final ByteArrayOutputStream list = new ByteArrayOutputStream();
    private byte[] lastListed = {};
    private int entries;
    private int mode = 0100644;

    HandMadeZip mode(int newMode) {
        mode = newMode;
        return this;
    }

    HandMadeZip file(String name, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return add(new SourceEntry(name, Path.of("x"), bytes.length, mode, Instant.EPOCH), bytes, (int) crc.getValue());
    }

    HandMadeZip directory(String name) {
        return add(new SourceEntry(name, Path.of("x"), 0, mode, Instant.EPOCH), new byte[0], 0);
    }

    /** Lists the last entry once more without giving it content of its own. */
    HandMadeZip listedAgain() {
        byte[] again = lastListed.clone();
        int nameAt = 46;
        again[nameAt]++;
        list.writeBytes(again);
        entries++;
        return this;
    }

    private HandMadeZip add(SourceEntry entry, byte[] content, int crc) {
        lastListed = bytes(ZipHeaders.central(entry, crc, locals.size()));
        list.writeBytes(lastListed);
        locals.writeBytes(bytes(ZipHeaders.local(entry)));
        locals.writeBytes(content);
        locals.writeBytes(bytes(ZipHeaders.descriptor(entry, crc)));
        entries++;
        return this;
    }

    byte[] toBytes() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(locals.toByteArray());
        all.writeBytes(list.toByteArray());
        all.writeBytes(bytes(ZipHeaders.end(entries, locals.size(), list.size())));
        return all.toByteArray();
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }
}
