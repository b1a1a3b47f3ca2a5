package wormhole.spi.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wormhole.spi.ErrorCode;
import wormhole.spi.ReceiveRequest.OnConflict;
import wormhole.spi.WormholeException;

class PartDirectoryTest {
    @TempDir
    private Path folder;

    @Test
    void appearsWithItsContentAndTheModeOfAnyNewFolder() throws Exception {
        try (PartDirectory part = part(OnConflict.FAIL)) {
            Files.writeString(part.path().resolve("a"), "content");
            assertThat(part.publish()).isEqualTo(folder.resolve("tree"));
        }
        assertThat(folder.resolve("tree/a")).hasContent("content");
        Path usual = Files.createDirectory(folder.resolve("usual"));
        assertThat(Modes.of(folder.resolve("tree"))).isEqualTo(Modes.of(usual));
    }

    @Test
    void isGoneWithAllThatIsInItIfItWasNotPublished() throws Exception {
        Path outside = Files.writeString(folder.resolve("outside"), "kept");
        try (PartDirectory part = part(OnConflict.FAIL)) {
            Path locked = Files.createDirectory(part.path().resolve("locked"));
            Files.writeString(locked.resolve("file"), "x");
            Files.createSymbolicLink(locked.resolve("link"), folder);
            assumeTrue(Modes.of(folder) != null);
            Modes.set(locked, PosixFilePermissions.fromString("r-x------"));
        }
        assertThat(folder.toFile().list()).containsExactly("outside");
        assertThat(outside).hasContent("kept");
    }

    @Test
    void replacesNothingThatCameInTheMeantime() throws Exception {
        try (PartDirectory part = part(OnConflict.FAIL)) {
            Files.createDirectory(folder.resolve("tree"));
            assertThatExceptionOfType(WormholeException.class)
                    .isThrownBy(part::publish)
                    .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.FILE_EXISTS));
        }
    }

    @Test
    void replacesAWholeFolderIfThatIsWanted() throws Exception {
        Files.writeString(Files.createDirectory(folder.resolve("tree")).resolve("old"), "old");
        try (PartDirectory part = part(OnConflict.OVERWRITE)) {
            Files.writeString(part.path().resolve("new"), "new");
            part.publish();
        }
        assertThat(folder.resolve("tree/new")).hasContent("new");
        assertThat(folder.resolve("tree/old")).doesNotExist();
        assertThat(folder.toFile().list()).containsExactly("tree");
    }

    @Test
    void comesToAFreePlaceThoughReplacingWasAllowed() throws Exception {
        try (PartDirectory part = part(OnConflict.OVERWRITE)) {
            assertThat(part.publish()).isDirectory();
        }
    }

    private PartDirectory part(OnConflict onConflict) throws WormholeException {
        return PartDirectory.create(Destination.of(folder.resolve("tree"), true, onConflict));
    }
}
