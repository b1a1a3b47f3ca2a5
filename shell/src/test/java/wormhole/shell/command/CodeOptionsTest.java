package wormhole.shell.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wormhole.spi.ErrorCode;
import wormhole.spi.Event;
import wormhole.spi.OptionValues;
import wormhole.spi.WormholeException;
import wormhole.spi.testkit.RecordingUserInterface;

class CodeOptionsTest {
    private static final Event CODE = Event.named("code").with("code", "7-a-b");

    @TempDir
    private Path folder;

    @Test
    void theFileIsThereOnlyWithTheWholeCodeAndForItsOwnerOnly() throws Exception {
        var ui = CodeOptions.passing(options("code-file", "code"), new RecordingUserInterface());
        assertThat(folder).isEmptyDirectory();
        ui.tell(CODE);

        assertThat(folder.resolve("code")).hasContent("7-a-b\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("code"))))
                .isEqualTo("rw-------");
        assertThat(CodeOptions.read(options("code-file", "code"))).contains("7-a-b");
    }

    @Test
    void theInterfaceIsToldTheCodeTooAndNothingElseIsWritten() throws WormholeException {
        RecordingUserInterface person = new RecordingUserInterface();
        var ui = CodeOptions.passing(options("code-file", "code"), person);
        ui.tell(Event.named("peer"));
        ui.tell(CODE);

        assertThat(person.events()).extracting(Event::name).containsExactly("peer", "code");
    }

    @Test
    void theCodeOfAnEarlierRunIsReplaced() throws Exception {
        Path file = Files.writeString(folder.resolve("code"), "4-old-code\n");
        CodeOptions.passing(options("code-file", "code"), new RecordingUserInterface())
                .tell(CODE);

        assertThat(file).hasContent("7-a-b\n");
    }

    @Test
    void aFileThatHoldsSomethingElseIsRefusedAndKept() throws Exception {
        for (String precious : List.of("precious data", "4-a code\nand more", "7", "x".repeat(5000), "\0")) {
            Path file = Files.writeString(folder.resolve("code"), precious);

            assertThatThrownBy(() -> CodeOptions.passing(options("code-file", "code"), new RecordingUserInterface()))
                    .hasMessageContaining("holds something else than a code");
            assertThat(file).hasContent(precious);
        }
    }

    @Test
    void aPlaceThatCannotBeWrittenToIsRefusedBeforeThereIsACode() {
        assertThatThrownBy(() -> CodeOptions.passing(options("code-file", "no/code"), new RecordingUserInterface()))
                .hasMessageContaining("cannot write a code");
        assertThatThrownBy(() -> CodeOptions.passing(options("code-fd", "987"), new RecordingUserInterface()))
                .hasMessageContaining("file descriptor 987");
    }

    /** Such as the jars that Java has open, which Linux would open again. */
    @Test
    void aDescriptorThatWasOpenedForReadingIsRefusedAndItsFileKept() throws IOException {
        Path jar = Files.writeString(folder.resolve("some.jar"), "classes");
        try (InputStream open = Files.newInputStream(jar)) {
            String number = descriptorOf(jar);

            assertThatThrownBy(() -> CodeOptions.passing(options("code-fd", number), new RecordingUserInterface())
                            .tell(CODE))
                    .hasMessageContaining("file descriptor " + number + " cannot be written to");
            assertThat(open).hasContent("classes");
        }
    }

    private static String descriptorOf(Path file) throws IOException {
        Path descriptors = Path.of("/proc/self/fd");
        assumeThat(descriptors).isDirectory();
        try (Stream<Path> all = Files.list(descriptors)) {
            return all.filter(descriptor -> isOf(descriptor, file))
                    .findFirst()
                    .orElseThrow()
                    .getFileName()
                    .toString();
        }
    }

    private static boolean isOf(Path descriptor, Path file) {
        try {
            return Files.readSymbolicLink(descriptor).equals(file.toRealPath());
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void aMissingFileIsNamed() throws IOException {
        assertThatThrownBy(() -> CodeOptions.read(options("code-file", "missing")))
                .isInstanceOfSatisfying(
                        WormholeException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.FILE_NOT_FOUND));
    }

    private OptionValues options(String key, String value) {
        return OptionValues.of(Map.of(key, List.of(value)), folder);
    }
}
