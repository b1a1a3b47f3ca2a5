package wormhole.shell.distribution;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a run leaves behind, and whatever others see of it, holds no code, no text and no verifier. */
class SecretsIT {
    private static final String TEXT = "the-very-secret-text";

    @TempDir
    private Path folder;

    private final Map<String, String> environment = new HashMap<>();
    private Path left;
    private Path told;
    private Path code;

    @BeforeEach
    void furnish() throws Exception {
        left = Files.createDirectory(folder.resolve("left"));
        told = Files.createDirectory(folder.resolve("told"));
        code = told.resolve("code");
        // Everything that a program may keep, it keeps in there.
        for (String place : List.of("HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "TMPDIR")) {
            environment.put(place, left.toString());
        }
        environment.put("WORMHOLE_JAVA_OPTS", "-XX:TieredStopAtLevel=1 -Djava.io.tmpdir=" + left);
    }

    @Test
    void aRunLeavesNoSecretBehindAndShowsNoneToOthers() throws Exception {
        try (Installed host = new Installed(Files.createDirectory(told.resolve("server")), environment)) {
            Installed.Run server = host.startIn(
                    left,
                    "server",
                    "--host=127.0.0.1",
                    "--mailbox-port=0",
                    "--relay-port=0",
                    "--usage-log=" + left.resolve("usage"));
            environment.put("WORMHOLE_RELAY_URL", Installed.awaitLine(server, server.output(), "mailbox "));
            environment.put("WORMHOLE_TRANSIT_HELPER", Installed.awaitLine(server, server.output(), "relay "));
            transfer();
            assertThat(server.outputText() + server.errorText()).doesNotContain(words(), TEXT);
        }
        assertNoneLeft();
    }

    private void transfer() throws Exception {
        try (Installed wormhole = new Installed(told, environment)) {
            Installed.Run sender = wormhole.start(sender());
            Installed.awaitLine(sender, sender.error(), "Wormhole code is: ");
            Installed.Run receiver = wormhole.startIn(
                    left,
                    "receive",
                    "--verbose",
                    "--dump-timing=" + left.resolve("receiver.timing"),
                    "--code-file=" + code);
            List<String> commandLines = commandLines(sender, receiver);

            assertThat(receiver.status()).as(receiver.errorText()).isZero();
            assertThat(sender.status()).as(sender.errorText()).isZero();
            assertThat(receiver.outputText()).contains(TEXT);
            assertThat(receiver.errorText()).doesNotContain(words(), TEXT);
            assertThat(commandLines).isNotEmpty().noneMatch(line -> line.contains(words()));
        }
    }

    private ProcessBuilder sender() throws Exception {
        return new ProcessBuilder(
                        Installed.HOME.resolve("bin/wormhole").toString(),
                        "send",
                        "--verbose",
                        "--dump-timing=" + left.resolve("sender.timing"),
                        "--code-file=" + code,
                        "--text=-")
                .directory(left.toFile())
                .redirectInput(Files.writeString(told.resolve("text"), TEXT).toFile());
    }

    private static List<String> commandLines(Installed.Run... runs) {
        return Stream.of(runs)
                .map(run -> run.process().info().commandLine().orElse(""))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** The part that is secret; the nameplate is not. */
    private String words() {
        try {
            String text = Files.readString(code).strip();
            return text.substring(text.indexOf('-') + 1);
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    private void assertNoneLeft() throws Exception {
        try (Stream<Path> all = Files.walk(left)) {
            List<Path> files = all.filter(Files::isRegularFile).toList();
            assertThat(files)
                    .extracting(each -> each.getFileName().toString())
                    .contains("usage", "sender.timing", "receiver.timing");
            for (Path file : files) {
                assertThat(new String(Files.readAllBytes(file), ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(words(), TEXT);
            }
        }
    }
}
