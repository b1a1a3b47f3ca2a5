package wormhole.shell.distribution;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
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
    private Installed wormhole;
    private Installed host;
    private Installed.Run server;

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
        Files.writeString(told.resolve("text"), TEXT);
        Files.write(left.resolve("data"), new byte[100]);
        wormhole = new Installed(told, environment);
        startServer();
    }

    @AfterEach
    void stop() {
        wormhole.close();
        host.close();
    }

    private void startServer() throws Exception {
        host = new Installed(Files.createDirectory(told.resolve("server")), environment);
        server = host.startIn(
                left,
                "server",
                "--host=127.0.0.1",
                "--mailbox-port=0",
                "--relay-port=0",
                "--database=" + left.resolve("database"),
                "--usage-log=" + left.resolve("usage"));
        environment.put("WORMHOLE_RELAY_URL", Installed.awaitLine(server, server.output(), "mailbox "));
        environment.put("WORMHOLE_TRANSIT_HELPER", Installed.awaitLine(server, server.output(), "relay "));
    }

    @Test
    void aRunLeavesNoSecretBehindAndShowsNoneToOthers() throws Exception {
        Installed.Run sender = wormhole.start(
                program("w send --verbose --dump-timing=sender.timing --code-file=$t/code --text=- <$t/text"));
        awaitCode(sender);
        Installed.Run receiver =
                wormhole.startIn(left, "receive", "--verbose", "--dump-timing=receiver.timing", "--code-file=" + code);
        List<String> commandLines = commandLines(sender, receiver);

        assertThat(receiver.status()).as(receiver.errorText()).isZero();
        assertThat(sender.status()).as(sender.errorText()).isZero();
        assertThat(receiver.outputText()).contains(TEXT);
        assertThat(receiver.errorText()).doesNotContain(words(), TEXT);
        assertThat(commandLines).isNotEmpty().noneMatch(line -> line.contains(words()));
        assertNoneLeft("usage", "database", "sender.timing", "receiver.timing");
    }

    @Test
    void aCodeThatWentOverADescriptorIsNowhereElse() throws Exception {
        Installed.Run sender =
                wormhole.start(program("w send --quiet --code-fd=3 --text=- <$t/text 3>$t/code 2>$t/shown"));
        awaitCode(sender);
        Installed.Run receiver = wormhole.start(program("w receive --code-file=<(cat $t/code)"));
        List<String> commandLines = commandLines(sender, receiver);

        assertThat(receiver.status()).as(receiver.errorText()).isZero();
        assertThat(sender.status()).as(sender.errorText()).isZero();
        assertThat(receiver.errorText()).doesNotContain(words(), TEXT);
        assertThat(commandLines).isNotEmpty().noneMatch(line -> line.contains(words()));
        assertNoneLeft("usage", "database");
    }

    @Test
    void aScriptLeavesNoneEither() throws Exception {
        Files.writeString(
                told.resolve("script"),
                "send --text '" + TEXT + "' --code-file " + code
                        + " &\nreceive $code\nwait\nsend --code $code missing\n");
        Installed.Run script = wormhole.start(program("w --dump-timing=timing batch $t/script"));

        assertThat(script.status()).as(script.errorText()).isEqualTo(8);
        // The code is shown where it is made, and never again.
        assertThat(script.errorText().lines().filter(line -> line.startsWith("wormhole: ")))
                .isNotEmpty()
                .noneMatch(line -> line.contains(words()) || line.contains(TEXT));
        assertNoneLeft("usage", "database");
    }

    @Test
    void aProgramIsToldTheCodeAndNoKey() throws Exception {
        Installed.Run sender =
                wormhole.start(program("w --json --verbose send --code-file=$t/code data --dump-timing=timing"));
        awaitCode(sender);
        Installed.Run receiver =
                wormhole.start(program("w --json --verbose receive --yes -o $t/arrived --code-file=$t/code"));

        assertThat(receiver.status()).as(receiver.errorText()).isZero();
        assertThat(sender.status()).as(sender.errorText()).isZero();
        assertThat(sender.errorText() + receiver.errorText()).doesNotContain(words());
        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(new byte[100]));
        // A key has 32 bytes; of that size are only the hash of what was sent, and the verifier, which is no secret.
        assertThat((sender.outputText() + receiver.outputText())
                        .replace(hash, "")
                        .replaceAll("\"verifier\":\"[0-9a-f]{64}\"", ""))
                .doesNotContainPattern("[0-9a-f]{32}")
                .doesNotContainPattern("[A-Za-z0-9+/]{43}=");
        assertNoneLeft("usage", "database", "timing");
    }

    /** The code of a program that waits is in its memory: that is not written down, and no thread is named after it. */
    @Test
    void aCrashLeavesNone() throws Exception {
        Installed.Run sender =
                wormhole.start(program("ulimit -c unlimited; w send --quiet --code-file=$t/code --text=- <$t/text"));
        awaitCode(sender);
        signal("QUIT", sender);
        while (!sender.outputText().contains("JNI global refs")) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        assertThat(sender.outputText()).contains("wormhole-engine").doesNotContain(words(), TEXT);
        signal("SEGV", sender);

        // As Java ends when it writes no core.
        assertThat(sender.status()).isEqualTo(1);
        assertThat(left.toFile().list())
                .anyMatch(name -> name.startsWith("hs_err"))
                .noneMatch(name -> name.startsWith("core"));
        assertNoneLeft("usage", "database");
    }

    /** A line of a Unix shell in {@code left}, in which {@code w} is the program, and {@code $t} where it may tell things. */
    private ProcessBuilder program(String line) {
        String exec = line.replace("w ", "exec \"$0\" ");
        return new ProcessBuilder(
                        "bash",
                        "-c",
                        "t=$1; " + exec,
                        Installed.HOME.resolve("bin/wormhole").toString(),
                        told.toString())
                .directory(left.toFile());
    }

    private void awaitCode(Installed.Run sender) throws Exception {
        while (!Files.exists(code) || Files.size(code) == 0) {
            assertThat(sender.process().isAlive()).as(sender.errorText()).isTrue();
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private static List<String> commandLines(Installed.Run... runs) {
        return Stream.of(runs)
                .map(run -> run.process().info().commandLine().orElse(""))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static void signal(String name, Installed.Run run) throws Exception {
        String process = String.valueOf(run.process().pid());
        assertThat(new ProcessBuilder("kill", "-" + name, process).start().waitFor())
                .isZero();
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

    private void assertNoneLeft(String... expected) throws Exception {
        assertThat(server.outputText() + server.errorText()).doesNotContain(words(), TEXT);
        try (Stream<Path> all = Files.walk(left)) {
            List<Path> files = all.filter(Files::isRegularFile).toList();
            assertThat(files).extracting(each -> each.getFileName().toString()).contains(expected);
            for (Path file : files) {
                assertThat(new String(Files.readAllBytes(file), ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(words(), TEXT);
            }
        }
    }
}
