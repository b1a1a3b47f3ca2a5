package wormhole.spi.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wormhole.spi.ErrorCode;
import wormhole.spi.ReceiveRequest.OnConflict;
import wormhole.spi.WormholeException;

class PartFileTest {
    @TempDir
    private Path folder;

    @Test
    void isHiddenBesideItsDestinationAndOnlyForItsOwner() throws Exception {
        try (PartFile part = part(OnConflict.FAIL)) {
            assertThat(names()).singleElement().asString().matches("\\.x\\.txt\\.[0-9a-f]{16}\\.part");
            assumeTrue(Modes.of(folder) != null);
            assertThat(Modes.of(part.path())).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void appearsCompleteWithTheModeOfAnyNewFile() throws Exception {
        try (PartFile part = part(OnConflict.FAIL)) {
            write(part, "new");
            assertThat(part.publish()).isEqualTo(folder.resolve("x.txt")).hasContent("new");
        }
        assertThat(names()).containsExactly("x.txt");
        Path usual = Files.createFile(folder.resolve("usual"));
        assertThat(Modes.of(folder.resolve("x.txt"))).isEqualTo(Modes.of(usual));
    }

    @Test
    void isGoneIfItWasNotPublished() throws Exception {
        try (PartFile part = part(OnConflict.FAIL)) {
            write(part, "half");
        }
        assertThat(names()).isEmpty();
    }

    @Test
    void keepsNoLinkThatTookItsPlaceAndCutsOffNothingThere() throws Exception {
        Path victim = Files.writeString(folder.resolve("victim"), "precious");
        try (PartFile part = part(OnConflict.FAIL)) {
            write(part, "half");
            Files.delete(part.path());
            Files.createSymbolicLink(part.path(), victim);
            assertThatIOException().isThrownBy(() -> part.keep("x.txt", 2, new Manifest("x.txt", 9, 2, "")));
        }
        assertThat(names()).containsExactly("victim");
        assertThat(victim).hasContent("precious");
    }

    @Test
    void replacesNothingThatCameInTheMeantime() throws Exception {
        try (PartFile part = part(OnConflict.FAIL)) {
            write(part, "new");
            Files.writeString(folder.resolve("x.txt"), "old");
            assertThatExceptionOfType(WormholeException.class)
                    .isThrownBy(part::publish)
                    .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.FILE_EXISTS));
        }
        assertThat(names()).containsExactly("x.txt");
        assertThat(folder.resolve("x.txt")).hasContent("old");
    }

    @Test
    void movesAsideForWhatCameInTheMeantimeIfThatIsWanted() throws Exception {
        try (PartFile part = part(OnConflict.RENAME)) {
            write(part, "new");
            Files.writeString(folder.resolve("x.txt"), "old");
            assertThat(part.publish()).isEqualTo(folder.resolve("x (1).txt")).hasContent("new");
        }
        assertThat(folder.resolve("x.txt")).hasContent("old");
    }

    @Test
    void replacesWhatIsThereIfThatIsWanted() throws Exception {
        Files.writeString(folder.resolve("x.txt"), "old");
        try (PartFile part = part(OnConflict.OVERWRITE)) {
            write(part, "new");
            assertThat(folder.resolve("x.txt")).hasContent("old");
            part.publish();
        }
        assertThat(folder.resolve("x.txt")).hasContent("new");
    }

    @Test
    void replacesALinkAndNotWhatItLeadsTo() throws Exception {
        Path victim = Files.writeString(folder.resolve("victim"), "old");
        Files.createSymbolicLink(folder.resolve("x.txt"), victim);
        try (PartFile part = part(OnConflict.OVERWRITE)) {
            write(part, "new");
            part.publish();
        }
        assertThat(victim).hasContent("old");
        assertThat(folder.resolve("x.txt")).isRegularFile().hasContent("new");
        assertThat(Files.isSymbolicLink(folder.resolve("x.txt"))).isFalse();
    }

    @Test
    void worksForANameOf255Bytes() throws Exception {
        Path longest = folder.resolve("n".repeat(255));
        try (PartFile part = PartFile.create(Destination.of(longest, false, OnConflict.FAIL))) {
            assertThat(part.publish()).isEqualTo(longest);
        }
    }

    @Test
    void saysWhereItCannotBeCreated() {
        Destination nowhere = Destination.of(folder.resolve("no/x"), false, OnConflict.FAIL);
        assertThatExceptionOfType(WormholeException.class)
                .isThrownBy(() -> PartFile.create(nowhere))
                .withMessageContaining(folder.resolve("no").toString());
    }

    private PartFile part(OnConflict onConflict) throws WormholeException {
        return PartFile.create(Destination.of(folder.resolve("x.txt"), false, onConflict));
    }

    private static void write(PartFile part, String text) throws IOException {
        part.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
