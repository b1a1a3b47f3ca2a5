package wormhole.plugin.directoryzip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wormhole.spi.ErrorCode;

class ArchiveChannelTest {
    private static final Instant TIME = Instant.parse("2024-02-29T12:34:56Z");

    @TempDir
    private Path folder;

    @Test
    void isExactlyAsLongAsAnnouncedAndReadableByOthers() throws IOException {
        List<SourceEntry> entries = List.of(
                file("a.txt", "hello".getBytes(StandardCharsets.UTF_8), 0100640),
                file("d/ü/empty", new byte[0], 0100600),
                file("d/big", new byte[100_000], 0100755),
                new SourceEntry("d/none/", folder, 0, 040750, TIME));
        Path archive = write(entries);
        assertThat(archive).hasSize(size(entries));
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            assertThat(zip.stream().map(entry -> entry.getName()))
                    .containsExactly("a.txt", "d/ü/empty", "d/big", "d/none/");
            assertThat(zip.getInputStream(zip.getEntry("a.txt")).readAllBytes())
                    .asString()
                    .isEqualTo("hello");
            assertThat(zip.getInputStream(zip.getEntry("d/big")).readAllBytes()).hasSize(100_000);
            assertThat(zip.getEntry("a.txt").getLastModifiedTime().toInstant()).isEqualTo(TIME);
        }
    }

    @Test
    void keepsModesWhereUnixProgramsLook() throws IOException {
        Path archive =
                write(List.of(file("a", new byte[1], 0100640), new SourceEntry("none/", folder, 0, 040750, TIME)));
        try (var zip = org.apache.commons.compress.archivers.zip.ZipFile.builder()
                .setPath(archive)
                .get()) {
            assertThat(zip.getEntry("a").getExternalAttributes()).isEqualTo(0100640L << 16);
            assertThat(zip.getEntry("none/").getExternalAttributes()).isEqualTo(040750L << 16 | 0x10);
        }
    }

    @Test
    void isOnlyAnEndIfThereIsNothing() throws IOException {
        assertThat(write(List.of())).hasSize(22);
    }

    @Test
    void countsBeyond16Bits() throws IOException {
        List<SourceEntry> entries = new ArrayList<>();
        for (int i = 0; i < 70_000; i++) {
            entries.add(new SourceEntry("d" + i + "/", folder, 0, 040755, TIME));
        }
        Path archive = write(entries);
        assertThat(archive).hasSize(size(entries));
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            assertThat(zip.size()).isEqualTo(70_000);
        }
    }

    @Test
    void stopsAtAFileThatShrank() throws IOException {
        SourceEntry entry = file("a", new byte[10], 0100644);
        Files.write(entry.path(), new byte[9]);
        assertChanged(entry);
    }

    @Test
    void stopsAtAFileThatGrew() throws IOException {
        SourceEntry entry = file("a", new byte[0], 0100644);
        Files.write(entry.path(), new byte[1]);
        assertChanged(entry);
    }

    @Test
    void stopsAtAFileThatIsGone() throws IOException {
        SourceEntry entry = file("a", new byte[10], 0100644);
        Files.delete(entry.path());
        assertChanged(entry);
    }

    private static void assertChanged(SourceEntry entry) {
        ArchiveChannel channel = new ArchiveChannel(log(List.of(entry)));
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> {
            while (channel.read(ByteBuffer.allocate(1000)) >= 0) {
                assertThat(channel.isOpen()).isTrue();
            }
        });
        assertThat(channel.failure()).hasValueSatisfying(failure -> {
            assertThat(failure.code()).isEqualTo(ErrorCode.FILE_CHANGED);
            assertThat(failure).hasMessageContaining(entry.path().toString());
        });
    }

    private SourceEntry file(String name, byte[] content, int mode) throws IOException {
        Path path = Files.write(folder.resolve(name.replace('/', '_')), content);
        return new SourceEntry(name, path, content.length, mode, TIME);
    }

    private static long size(List<SourceEntry> entries) {
        ArchiveSize size = new ArchiveSize();
        entries.forEach(size::add);
        return size.total();
    }

    private static EntryLog log(List<SourceEntry> entries) {
        EntryLog log = new EntryLog(entries.stream().map(SourceEntry::path).toList());
        for (int i = 0; i < entries.size(); i++) {
            log.add(entries.get(i), i, Integer.MAX_VALUE);
        }
        log.end();
        return log;
    }

    private Path write(List<SourceEntry> entries) throws IOException {
        Path archive = folder.resolve("archive.zip");
        ByteBuffer buffer = ByteBuffer.allocate(10_000);
        try (ArchiveChannel channel = new ArchiveChannel(log(entries));
                FileChannel out = FileChannel.open(archive, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            while (channel.read(buffer.clear()) >= 0) {
                out.write(buffer.flip());
            }
        }
        return archive;
    }
}
