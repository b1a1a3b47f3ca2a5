package wormhole.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Configuration files as people use them. Nobody listens on ports 1 to 5, so the error names the server chosen. */
class ConfigRunTest {
    @TempDir
    private Path folder;

    private Path user;
    private Path system;

    @BeforeEach
    void nameFiles() throws IOException {
        user = Files.createDirectories(folder.resolve("home/wormhole")).resolve("config.toml");
        system = Files.createDirectories(folder.resolve("system/wormhole")).resolve("config.toml");
    }

    @Test
    void aListNamesAMissingFileAndWhatIsWrongInOneThatIsThere(@TempDir Path some) throws IOException {
        Path file = Files.writeString(some.resolve("c.toml"), "\ufeffrelay-ulr = \"ws://localhost/v1\"\n");
        ProgramRun.Result missing = ProgramRun.inEmptySurroundings()
                .run("--config", some.resolve("no.toml").toString(), "config");
        ProgramRun.Result misspelt = ProgramRun.inEmptySurroundings().run("--config", file.toString(), "config");

        assertThat(missing.status()).isEqualTo(8);
        assertThat(missing.error()).contains("no.toml");
        assertThat(misspelt.status()).isZero();
        assertThat(misspelt.error()).contains("c.toml:1: there is no setting 'relay-ulr'", "Did you mean relay-url?");
    }

    @Test
    void theStrongerLayerWins() throws IOException {
        Files.writeString(system, server(1));
        assertThat(serverUsed()).isEqualTo("1");
        Files.writeString(user, server(2) + "[profile.work]\n" + server(3));
        assertThat(serverUsed()).isEqualTo("2");
        assertThat(serverUsed("--profile", "work")).isEqualTo("3");
        assertThat(run().withVariable("WORMHOLE_RELAY_URL", url(4))
                        .run(send("--profile", "work"))
                        .error())
                .contains(url(4));
        assertThat(serverUsed("--profile", "work", "--relay-url", url(5))).isEqualTo("5");
    }

    @Test
    void anEmptyListSaysThatItIsEmpty() {
        ProgramRun.Result result = run().run("config");

        assertThat(result.output()).isEmpty();
        assertThat(result.error()).contains("Nothing is set");
    }

    @Test
    void whatWasSetIsShownUsedAndTakenBack() throws IOException {
        Files.writeString(user, "# mine\n\n[receive]\n  only-text = true  # for now\n");
        assertThat(run().run("config", "set", "receive.on-conflict", "rename").status())
                .isZero();
        assertThat(run().run("config", "set", "relay-url", url(1)).status()).isZero();
        assertThat(run().run("config", "set", "transit-helper", "tcp:a:1", "tcp:b:2")
                        .status())
                .isZero();
        assertThat(run().run("config", "set", "--profile", "work", "send.qr", "false")
                        .status())
                .isZero();

        assertThat(user)
                .hasContent("# mine\n\nrelay-url = \"" + url(1) + "\"\ntransit-helper = [\"tcp:a:1\", \"tcp:b:2\"]\n"
                        + "[receive]\non-conflict = \"rename\"\n  only-text = true  # for now\n\n"
                        + "[profile.work.send]\nqr = false\n");
        assertThat(run().run("config").output())
                .contains("receive.on-conflict = rename  # " + user + ":6\n", "transit-helper = tcp:a:1 tcp:b:2");
        assertThat(run().run("config").error()).contains("for --profile NAME: work.");
        assertThat(run().run("config", "--profile", "work").error()).isEmpty();
        assertThat(run().run("config", "get", "relay-url").output()).isEqualTo(url(1) + "\n");
        assertThat(run().run("config", "get", "receive.code-length").output()).isEqualTo("2\n");

        assertThat(run().run("config", "unset", "relay-url").status()).isZero();
        assertThat(run().run("config", "get", "relay-url").output()).isEmpty();
    }

    @Test
    void anUnknownKeyIsAnErrorThatNamesPlaceAndNearest() throws IOException {
        Files.writeString(user, "\n[receive]\non-conflikt = \"rename\"\n");
        ProgramRun.Result result = run().run(send());

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.error())
                .contains(user + ":3: there is no setting 'receive.on-conflikt'", "Did you mean receive.on-conflict?");
        assertThat(run().run("config", "unset", "receive.on-conflikt").status()).isZero();
        assertThat(run().run(send()).status()).isEqualTo(6);
    }

    @Test
    void aBadValueIsNamedBeforeItIsSetOrUsed() throws IOException {
        assertThat(run().run("config", "set", "receive.on-conflict", "explode").error())
                .contains("'explode'");
        assertThat(run().run("config", "set", "receive.only-text", "perhaps").error())
                .contains("true or false");
        assertThat(run().run("config", "set", "wait", "peer=0").error()).contains("'peer=0' is no wait");
        assertThat(run().run("config", "set", "wait", "lunch=1h").error()).contains("'lunch=1h' is no wait");
        assertThat(run().run("config", "set", "reley-url", "x").error()).contains("Did you mean relay-url?");
        assertThat(user).doesNotExist();
        Files.writeString(user, "[receive]\non-conflict = \"explode\"\n");
        assertThat(run().run(send()).error()).contains(user + ":2: 'explode' is no good value");
    }

    /** Global options are looked at with every command, also with the one that mends them. */
    @ParameterizedTest
    @CsvSource({"timeout, soon, 5m", "wait, peer=0, peer=5m"})
    void aBadValueIsNamedWithItsPlaceAndCanBeMended(String key, String bad, String good) throws IOException {
        Files.writeString(user, "\n" + key + " = \"" + bad + "\"\n");
        ProgramRun.Result result = run().run(send());

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.error()).contains(user + ":2: '" + bad + "'");
        assertThat(run().run("config", "set", key, good).status()).isZero();
        assertThat(run().run(send()).status()).isEqualTo(6);
    }

    @Test
    void aFileThatIsNoConfigurationIsRefusedWithAWord() throws IOException {
        Files.write(user, new byte[(1 << 20) + 1]);
        assertThat(run().run(send()).error()).contains("too long");
        Files.write(user, new byte[] {(byte) 0xff});
        assertThat(run().run(send()).error()).contains("no UTF-8 text");
        Files.writeString(user, "a = " + "[".repeat(100_000) + "]".repeat(100_000) + "\n");
        assertThat(run().run(send()).error()).contains(user + ": is nested too deep");
    }

    @Test
    void aBrokenFileIsNamedWithItsLine() throws IOException {
        Files.writeString(user, "relay-url = \n");

        assertThat(run().run(send()).error()).contains(user + ":1: ");
    }

    @Test
    void anUnknownProfileIsAnError() throws IOException {
        Files.writeString(user, "[profile.work]\n" + server(1));

        assertThat(run().run(send("--profile", "wrok")).error()).contains("no profile 'wrok'", "Did you mean work?");
    }

    @Test
    void anotherFileMayTakeThePlaceOfTheUsualOne() throws IOException {
        Files.writeString(user, server(1));
        Path other = Files.writeString(folder.resolve("other.toml"), server(2));

        assertThat(serverUsed("--config", other.toString())).isEqualTo("2");
        assertThat(run().run(send("--config", folder.resolve("missing").toString()))
                        .status())
                .isEqualTo(8);
    }

    @Test
    void aFileWrittenInAnotherWayIsLeftAlone() throws IOException {
        String text = "receive = { only-text = true }\n";
        Files.writeString(user, text);

        assertThat(run().run("config", "set", "receive.on-conflict", "rename").error())
                .contains("Change 'receive.on-conflict' there by hand.");
        assertThat(user).hasContent(text);
    }

    /** The port of the server that a transfer asks for. */
    private String serverUsed(String... options) {
        return run().run(send(options)).error().replaceFirst("(?s).*127\\.0\\.0\\.1:([0-9]).*", "$1");
    }

    private static String[] send(String... options) {
        String[] words = {"send", "--text", "x", "--code", "7-a-b", "--timeout", "2"};
        String[] all = Arrays.copyOf(words, words.length + options.length);
        System.arraycopy(options, 0, all, words.length, options.length);
        return all;
    }

    private ProgramRun run() {
        return ProgramRun.inEmptySurroundings()
                .withPlugins()
                .withVariable("XDG_CONFIG_HOME", folder.resolve("home").toString())
                .withVariable("XDG_CONFIG_DIRS", folder.resolve("system").toString());
    }

    private static String server(int port) {
        return "relay-url = \"" + url(port) + "\"\n";
    }

    private static String url(int port) {
        return "ws://127.0.0.1:" + port + "/v1";
    }
}
