package wormhole.plugin.directoryzip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wormhole.spi.WormholeException;

/** Archives laid out as other programs write them, byte by byte. */
class ForeignArchiveTest {
    private static final String TEXT = "abc".repeat(100_000);
    private static final int DOS_TIME = 0x585d645c;
    private static final int NO_FLAGS = 0;
    private static final int DESCRIPTOR = 8;

    @TempDir
    private Path root;

    private final ByteArrayOutputStream locals = new ByteArrayOutputStream();
    private int entries;
    private byte[] archive = {};

    /** Whatever a test made of it, it comes out alike if it is unpacked when all of it is there. */
    @AfterEach
    void comesOutAlikeWhetherUnpackedAsItComesOrAfterwards(@TempDir Path whole) throws Exception {
        try {
            UnpackRun.asAWhole(archive, 2L * TEXT.length(), whole);
            assertThat(UnpackRun.seen(root)).isEqualTo(UnpackRun.seen(whole));
        } catch (WormholeException e) {
            assertThatExceptionOfType(WormholeException.class)
                    .isThrownBy(() -> UnpackRun.inPiecesOf(
                            77, archive, 2L * TEXT.length(), Files.createDirectory(whole.resolve("again"))));
        }
    }

    /** The newer Python lists the folder itself if there is nothing in it. */
    @Test
    void anEmptyFolderIsReceivedAsPythonSendsIt() throws Exception {
        byte[] zip = new HandMadeZip().directory("./").toBytes();
        Path streamed = Files.createTempDirectory("wormhole-test");
        Path whole = Files.createTempDirectory("wormhole-test");
        try {
            UnpackRun.inPiecesOf(10, zip, 0, streamed);
            UnpackRun.asAWhole(zip, 0, whole);
            assertThat(streamed).isEmptyDirectory();
            assertThat(whole).isEmptyDirectory();
        } finally {
            UnpackRun.deleteAll(streamed);
            UnpackRun.deleteAll(whole);
        }
    }

    @Test
    void takesDeflatedEntriesWithTheirSizesInFrontAsPythonWritesThem() throws Exception {
        unpack(add("a.txt", 8, NO_FLAGS, 3, new byte[0]));
        assertThat(root.resolve("a.txt")).hasContent(TEXT);
    }

    @Test
    void takesDeflatedEntriesWithADescriptorAsGoWritesThem() throws Exception {
        unpack(add("d/a.txt", 8, DESCRIPTOR, 0, new byte[0]));
        assertThat(root.resolve("d/a.txt")).hasContent(TEXT);
    }

    @Test
    void takesTheTimeOfMsDosWhereThereIsNoOther() throws Exception {
        unpack(add("a.txt", 0, NO_FLAGS, 0, new byte[0]));
        Instant local = LocalDateTime.of(2024, 2, 29, 12, 34, 56)
                .atZone(ZoneId.systemDefault())
                .toInstant();
        assertThat(Files.getLastModifiedTime(root.resolve("a.txt"))).isEqualTo(FileTime.from(local));
    }

    @Test
    void takesTheTimeOfWindows() throws Exception {
        long ticks = (1_709_210_096L + 11_644_473_600L) * 10_000_000;
        ByteBuffer extra = ByteBuffer.allocate(36).order(ByteOrder.LITTLE_ENDIAN);
        extra.putShort((short) 0x000a)
                .putShort((short) 32)
                .putInt(0)
                .putShort((short) 1)
                .putShort((short) 24);
        extra.putLong(ticks).putLong(ticks).putLong(ticks);
        unpack(add("a.txt", 0, NO_FLAGS, 0, bytes(extra.flip())));
        assertThat(Files.getLastModifiedTime(root.resolve("a.txt")))
                .isEqualTo(FileTime.from(Instant.ofEpochSecond(1_709_210_096L)));
    }

    @Test
    void takesSizesOf64BitsForWhatIsSmallAsRustWritesThem() throws Exception {
        unpack(add64("a.txt"));
        assertThat(root.resolve("a.txt")).hasContent(TEXT);
    }

    @Test
    void takesAListInAnotherOrderThanTheEntries() throws Exception {
        byte[] first = add("a.txt", 0, NO_FLAGS, 3, new byte[0]);
        byte[] second = add("b.txt", 8, DESCRIPTOR, 3, new byte[0]);
        unpack(second, first);
        assertThat(root.resolve("a.txt")).hasContent(TEXT);
        assertThat(root.resolve("b.txt")).hasContent(TEXT);
    }

    @Test
    void refusesContentThatGoesOnAfterItsSize() throws Exception {
        byte[] listed = add("a.txt", 8, DESCRIPTOR, 3, new byte[0]);
        ByteBuffer.wrap(listed).order(ByteOrder.LITTLE_ENDIAN).putInt(24, TEXT.length() - 1);
        assertRefused(listed);
    }

    @Test
    void refusesContentThatEndsBeforeItsSize() throws Exception {
        byte[] listed = add("a.txt", 8, DESCRIPTOR, 3, new byte[0]);
        ByteBuffer.wrap(listed).order(ByteOrder.LITTLE_ENDIAN).putInt(24, TEXT.length() + 1);
        assertRefused(listed);
    }

    @Test
    void refusesAListThatHoldsMoreThanItsEntries() throws Exception {
        byte[] listed = add("a.txt", 0, NO_FLAGS, 3, new byte[0]);
        entries = 0;
        assertRefused(listed);
    }

    @Test
    void refusesMoreEntriesThanItsListHolds() throws Exception {
        byte[] listed = add("a.txt", 0, NO_FLAGS, 3, new byte[0]);
        entries = 2;
        assertRefused(listed);
    }

    private void assertRefused(byte[]... listed) {
        assertThatExceptionOfType(WormholeException.class)
                .isThrownBy(() -> unpack(listed))
                .withMessageContaining("not a valid archive");
    }

    private void unpack(byte[]... listed) throws WormholeException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(locals.toByteArray());
        for (byte[] each : listed) {
            all.writeBytes(each);
        }
        int length = all.size() - locals.size();
        all.writeBytes(bytes(ZipHeaders.end(entries, locals.size(), length)));
        archive = all.toByteArray();
        UnpackRun.inPiecesOf(1000, archive, 2L * TEXT.length(), root);
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    /** Adds a file; returns what the list says of it. */
    private byte[] add(String name, int method, int flags, int madeBy, byte[] extra) throws IOException {
        byte[] content = TEXT.getBytes(StandardCharsets.UTF_8);
        byte[] packed = method == 0 ? content : deflated(content);
        int at = locals.size();
        boolean later = flags == DESCRIPTOR;
        int crc = crc(content);
        ByteBuffer local = buffer(30).putInt(0x04034b50).putShort((short) 20);
        local.putShort((short) flags).putShort((short) method).putInt(DOS_TIME);
        local.putInt(later ? 0 : crc).putInt(later ? 0 : packed.length).putInt(later ? 0 : content.length);
        local.putShort((short) name.length()).putShort((short) 0);
        locals.write(bytes(local.flip()));
        locals.write(name.getBytes(StandardCharsets.UTF_8));
        locals.write(packed);
        if (later) {
            locals.write(bytes(buffer(16)
                    .putInt(0x08074b50)
                    .putInt(crc)
                    .putInt(packed.length)
                    .putInt(content.length)
                    .flip()));
        }
        return listed(name, method, flags, madeBy, crc, packed.length, content.length, at, extra);
    }

    private byte[] add64(String name) throws IOException {
        byte[] listed = add(name, 0, NO_FLAGS, 3, new byte[0]);
        ByteBuffer extra = buffer(28).putShort((short) 1).putShort((short) 24);
        extra.putLong(TEXT.length()).putLong(TEXT.length()).putLong(0);
        byte[] wide = listed(
                name,
                0,
                NO_FLAGS,
                3,
                ByteBuffer.wrap(listed).order(ByteOrder.LITTLE_ENDIAN).getInt(16),
                -1,
                -1,
                -1,
                bytes(extra.flip()));
        entries--;
        return wide;
    }

    private byte[] listed(
            String name, int method, int flags, int madeBy, int crc, int packed, int size, int at, byte[] extra) {
        entries++;
        ByteBuffer central = buffer(46 + name.length() + extra.length).putInt(0x02014b50);
        central.putShort((short) (madeBy << 8 | 20)).putShort((short) 20).putShort((short) flags);
        central.putShort((short) method)
                .putInt(DOS_TIME)
                .putInt(crc)
                .putInt(packed)
                .putInt(size);
        central.putShort((short) name.length())
                .putShort((short) extra.length)
                .putShort((short) 0)
                .putInt(0);
        central.putInt(0100644 << 16)
                .putInt(at)
                .put(name.getBytes(StandardCharsets.UTF_8))
                .put(extra);
        return bytes(central.flip());
    }

    private static ByteBuffer buffer(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int crc(byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(content);
        return (int) crc.getValue();
    }

    private static byte[] deflated(byte[] content) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        deflater.setInput(content);
        deflater.finish();
        byte[] packed = new byte[content.length];
        int length = deflater.deflate(packed);
        deflater.end();
        return Arrays.copyOf(packed, length);
    }
}
