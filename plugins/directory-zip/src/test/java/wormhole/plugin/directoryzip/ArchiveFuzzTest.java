package wormhole.plugin.directoryzip;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;

/** Archives that nobody packed; seeds and finds are run by every build. */
class ArchiveFuzzTest {
    private static final long ANNOUNCED = 1000;

    @FuzzTest
    void anArchiveIsUnpackedWithinItsFolderOrRefused(byte[] data) throws IOException {
        Path folder = Files.createTempDirectory("archive-fuzz");
        Path root = Files.createDirectory(folder.resolve("root"));
        try {
            UnpackRun.inPiecesOf(data.length < 2 ? 1 : 1 + (data[1] & 0xff), data, ANNOUNCED, root);
        } catch (WormholeException e) {
            assertThat(e.code())
                    .as(e.toString())
                    .isIn(
                            ErrorCode.MALFORMED_PEER_MESSAGE,
                            ErrorCode.INTEGRITY,
                            ErrorCode.FILE_UNUSABLE,
                            ErrorCode.FILE_EXISTS);
        } finally {
            assertHarmless(folder);
            deleteAll(folder);
        }
    }

    private static void assertHarmless(Path folder) throws IOException {
        assertThat(folder.toFile().list()).containsExactly("root");
        long bytes = 0;
        for (Path each : below(folder)) {
            assertThat(Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS)
                            || Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS))
                    .isTrue();
            assertThat((int) Files.getAttribute(each, "unix:mode") & 07000).isZero();
            bytes += Files.isDirectory(each) ? 0 : Files.size(each);
        }
        assertThat(bytes).isLessThanOrEqualTo(ANNOUNCED + EntryGuard.SLACK_BYTES);
    }

    private static List<Path> below(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.toList();
        }
    }

    private static void deleteAll(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
