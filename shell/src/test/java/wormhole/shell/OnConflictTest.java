package wormhole.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wormhole.spi.PeerValue;
import wormhole.spi.ReceiveRequest;
import wormhole.spi.ReceiveRequest.OnConflict;
import wormhole.spi.files.Destination;
import wormhole.spi.testkit.RecordingUserInterface;

/** What can be done about a name that is taken has the same names wherever it is named. */
class OnConflictTest {
    private static final List<String> WORDS =
            Stream.of(OnConflict.values()).map(OnConflict::word).toList();
    private static final String LISTED = String.join(", ", WORDS);

    @TempDir
    private Path folder;

    @Test
    void helpErrorsSettingsAndCompletionsNameTheSame() {
        ProgramRun program = ProgramRun.inEmptySurroundings().withPlugins();

        assertThat(program.run("help", "receive").output().replaceAll("\\s+", " "))
                .contains("One of " + LISTED + ". Default: ask.");
        assertThat(program.run("receive", "--on-conflict", "guess").error()).contains("Give one of " + LISTED + ".");
        assertThat(program.run("config", "set", "receive.on-conflict", "guess").error())
                .contains("Give one of " + LISTED + ".");
        for (String shell : List.of("bash", "zsh", "fish")) {
            assertThat(program.run("completion", shell).output()).contains(String.join(" ", WORDS));
        }
    }

    @Test
    void theQuestionOffersSomeOfThemAsIsDocumented() throws Exception {
        Files.writeString(folder.resolve("taken"), "");
        RecordingUserInterface person = new RecordingUserInterface().answering("rename");
        Destination.forFile(
                new ReceiveRequest(folder, null, false, OnConflict.ASK), PeerValue.of("taken", "name"), person, "");
        List<String> choices = person.questions().get(0).choices();

        assertThat(WORDS).containsAll(choices);
        String last = choices.get(choices.size() - 1);
        String documented = choices.stream()
                .map(choice -> choice.equals(last) ? "or `" + last + "`" : "`" + choice + "`")
                .collect(Collectors.joining(", "))
                .replace(", or", " or");
        assertThat(Files.readString(Path.of("../docs/json.md"))).contains("(" + documented + " it)");
    }
}
