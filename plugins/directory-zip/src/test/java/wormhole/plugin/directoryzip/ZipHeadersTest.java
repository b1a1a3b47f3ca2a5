package wormhole.plugin.directoryzip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZipHeadersTest {
    private static final byte[] SMALL = {7};

    @TempDir
    private Path folder;

    /** One file around the size from which numbers need 64 bits, and one after it, whose place does. */
    @ParameterizedTest
    @ValueSource(longs = {0xfffffff0L, 0xfffffffeL, 0xffffffffL, 0x100000000L, 0x100000001L, 1L << 40})
    void measuresBeyond32Bits(long size) throws IOException {
        SourceEntry huge = new SourceEntry("huge", folder, size, 0100644, Instant.EPOCH);
        SourceEntry small = new SourceEntry("small", folder, SMALL.length, 0100644, Instant.EPOCH);
        Path archive = writeWithAHole(huge, small);
        ArchiveSize archiveSize = new ArchiveSize();
        archiveSize.add(huge);
        archiveSize.add(small);
        assertThat(archive).hasSize(archiveSize.total());
        try (ZipFile zip = ZipFile.builder().setPath(archive).get();
                InputStream content = zip.getInputStream(zip.getEntry("small"))) {
            ZipArchiveEntry entry = zip.getEntry("huge");
            assertThat(entry.getSize()).isEqualTo(size);
            assertThat(entry.getCompressedSize()).isEqualTo(size);
            assertThat(content.readAllBytes()).isEqualTo(SMALL);
        }
    }

    @Test
    void clampsTimesThatTheFormatCannotSay() {
        for (Instant time : List.of(Instant.MIN, Instant.EPOCH, Instant.MAX)) {
            SourceEntry entry = new SourceEntry("x", folder, 0, 0100644, time);
            assertThat(ZipHeaders.local(entry).remaining()).isEqualTo(30 + 1 + 9);
        }
    }

    /** The content of the first is left out, which a sparse file shows as zeros; nobody reads it here. */
    private Path writeWithAHole(SourceEntry huge, SourceEntry small) throws IOException {
        Path archive = folder.resolve("archive.zip");
        CRC32 crc = new CRC32();
        crc.update(SMALL);
        int smallCrc = (int) crc.getValue();
        try (FileChannel out = FileChannel.open(
                archive, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SPARSE)) {
            out.write(ZipHeaders.local(huge));
            out.position(out.position() + huge.size());
            out.write(ZipHeaders.descriptor(huge, 0));
            long smallAt = out.position();
            out.write(ZipHeaders.local(small));
            out.write(ByteBuffer.wrap(SMALL));
            out.write(ZipHeaders.descriptor(small, smallCrc));
            long start = out.position();
            out.write(ZipHeaders.central(huge, 0, 0));
            out.write(ZipHeaders.central(small, smallCrc, smallAt));
            out.write(ZipHeaders.end(2, start, out.position() - start));
        }
        return archive;
    }
}
