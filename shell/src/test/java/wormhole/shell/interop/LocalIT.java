package wormhole.shell.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code send --local}: the line that it prints, run as it is by another program. */
@Tag("interop")
class LocalIT {
    private static final Pattern LINE = Pattern.compile("please run: wormhole (--relay-url .*)\n");

    @ParameterizedTest
    @CsvSource({"python-new/bin/wormhole, --accept-file", "python-old/bin/wormhole, --accept-file"})
    void thePrintedLineIsAllThatAnotherProgramNeeds(String program, String accept)
            throws IOException, InterruptedException {
        Path work = Files.createDirectories(Bench.WORK.resolve("local"));
        Path folder = Files.createTempDirectory(work, "run");
        Files.writeString(folder.resolve("words"), "words, words");
        Path inbox = Files.createDirectory(folder.resolve("inbox"));
        String ours = Bench.HOME.resolve("bin/wormhole").toString();
        try (Running sender = Running.start("sender", folder, List.of(ours, "send", "--local", "words"))) {
            List<String> command =
                    new ArrayList<>(List.of(Bench.installed(program).toString()));
            command.addAll(Stream.of(sender.await(LINE).split(" ", -1)).toList());
            command.addAll(List.of("--hide-progress", accept));
            try (Running receiver = Running.start("receiver", inbox, command)) {
                assertThat(receiver.exitCode()).as(receiver.log()).isZero();
            }
            assertThat(sender.exitCode()).as(sender.log()).isZero();
        }
        assertThat(inbox.resolve("words")).hasContent("words, words");
    }
}
