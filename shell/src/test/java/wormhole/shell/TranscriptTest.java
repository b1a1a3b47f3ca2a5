package wormhole.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs the command lines in {@code transcripts/}: {@code $} begins a command, {@code >} a line of standard output,
 * {@code !} a line of standard error, {@code ?} the exit status.
 */
class TranscriptTest {
    private static final Path FOLDER = Path.of("src/test/resources/transcripts");

    @TestFactory
    Stream<DynamicTest> doesWhatTheTranscriptSays() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.sorted().toList()) {
                for (String session : Files.readString(file).split("(?m)^(?=\\$ )", -1)) {
                    if (session.startsWith("$ ")) {
                        tests.add(dynamicTest(
                                file.getFileName() + ": "
                                        + session.lines().findFirst().orElse(""),
                                () -> replay(session)));
                    }
                }
            }
        }
        return tests.stream();
    }

    private static void replay(String session) {
        String command = session.lines().findFirst().orElseThrow();
        String[] words = words(command.substring("$ wormhole".length()).strip());

        ProgramRun.Result result = ProgramRun.inEmptySurroundings().run(words);

        String transcript = command + "\n"
                + marked(result.output(), ">")
                + marked(result.error(), "!")
                + "? " + result.status() + "\n";
        assertThat(transcript).isEqualTo(session.strip() + "\n");
    }

    private static String[] words(String line) {
        return line.isEmpty()
                ? new String[] {}
                : Stream.of(line.split(" ", -1))
                        .map(word -> word.equals("''") ? "" : word)
                        .toArray(String[]::new);
    }

    private static String marked(String text, String mark) {
        StringBuilder marked = new StringBuilder();
        text.lines()
                .forEach(line ->
                        marked.append((mark + " " + line).stripTrailing()).append('\n'));
        return marked.toString();
    }
}
