package wormhole.shell.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Takes the newcomer's tour, line by line, in a shell. */
class TourIT {
    private static final Path TOUR = Path.of("../docs/tour.md");
    private static final String PROMPT = "$ ";

    @TempDir
    private Path folder;

    @Test
    void everyCommandWorks() throws Exception {
        Map<String, String> environment = Map.of(
                "HOME", folder.toString(),
                "XDG_CONFIG_HOME", folder.resolve("config").toString(),
                "PATH", Installed.HOME.resolve("bin").toAbsolutePath() + ":" + System.getenv("PATH"));
        try (Installed shell = new Installed(folder, environment)) {
            Path script = Files.writeString(folder.resolve("tour.sh"), commands());
            Installed.Run tour = shell.start(new ProcessBuilder("bash", script.toString()).directory(folder.toFile()));

            assertThat(tour.status()).as(tour.errorText()).isZero();
            assertThat(tour.outputText())
                    .contains(
                            "All is well",
                            "see you at eight\n",
                            "see you at nine\n",
                            "one\n",
                            "receive.on-conflict = rename")
                    .contains("hello\n", "\"text\":\"hello\"", "Offer type file")
                    .contains("good morning Bob\n", " alice@laptop\n");
            assertThat(tour.errorText()).contains("because", "Would send text message (3 characters).");
            assertThat(folder.resolve("relayed.txt")).hasContent("one\n");
            assertThat(folder.resolve("timing.html")).isNotEmptyFile();
            assertThat(folder.resolve("arrived/2.tmp")).doesNotExist();
            assertThat(folder.resolve("completions")).isNotEmptyFile();
        }
    }

    private static String commands() throws IOException {
        String lines = Files.readAllLines(TOUR).stream()
                .filter(line -> line.startsWith(PROMPT))
                .map(line -> line.substring(PROMPT.length()))
                .collect(Collectors.joining("\n"));
        return "set -eu\ntrap 'kill $(jobs -p) 2>/dev/null || :' EXIT\n" + lines + "\n";
    }
}
