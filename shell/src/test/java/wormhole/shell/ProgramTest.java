package wormhole.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramTest {
    /** Nobody listens on port 1, so whatever gets that far ends with this status. */
    private static final String NOWHERE = "ws://127.0.0.1:1/v1";

    @Test
    void helpOfEveryCommandIsTheSameByBothWays() {
        for (String command : new String[] {"send", "receive", "server", "batch", "demo", "plugins", "help"}) {
            ProgramRun.Result option = ProgramRun.inEmptySurroundings().run(command, "--help");
            ProgramRun.Result word = ProgramRun.inEmptySurroundings().run("help", command);

            assertThat(option.status()).isZero();
            assertThat(option.output()).startsWith("").contains("Usage: wormhole " + command);
            assertThat(option).isEqualTo(word);
        }
    }

    @Test
    void helpNeedsNoRequiredArgumentAndHasNoColoursThroughAPipe() {
        assertThat(ProgramRun.inEmptySurroundings().run("--help").output()).doesNotContain("\u001b");
        assertThat(ProgramRun.inEmptySurroundings().onTerminal().run("--help").output())
                .contains("\u001b");
        assertThat(ProgramRun.inEmptySurroundings()
                        .onTerminal()
                        .withVariable("NO_COLOR", "1")
                        .run("--help")
                        .output())
                .doesNotContain("\u001b");
    }

    @Test
    void errorsHaveColoursOnlyOnATerminalThatWantsThem() {
        assertThat(ProgramRun.inEmptySurroundings().onTerminal().run("snd").error())
                .contains("\u001b[1;31mwormhole:");
        assertThat(ProgramRun.inEmptySurroundings()
                        .onTerminal()
                        .run("--no-color", "snd")
                        .error())
                .doesNotContain("\u001b");
    }

    @Test
    void listsTheBuiltInPlugins() {
        ProgramRun.Result result =
                ProgramRun.inEmptySurroundings().withPlugins().run("plugins");

        assertThat(result.status()).isZero();
        assertThat(result.output())
                .contains(
                        "offer message", "offer file", "transit direct-tcp-v1", "transit relay-v1", "service mailbox");
    }

    @Test
    void serverHelpHasTheOptionsOfItsServices() {
        assertThat(ProgramRun.inEmptySurroundings()
                        .withPlugins()
                        .run("help", "server")
                        .output())
                .contains("--host", "--mailbox-port", "--relay-port", "Default: 4000.");
    }

    @Test
    void whoTypesACodeWithSpacesHearsOfHyphens() {
        String error = ProgramRun.inEmptySurroundings()
                .run("receive", "7", "purple", "sausages")
                .error();

        assertThat(error).contains("one argument too many", "joined by hyphens, as in 7-purple-sausages");
        assertThat(ProgramRun.inEmptySurroundings().run("demo", "7").error()).doesNotContain("hyphens");
    }

    @Test
    void aServerThatCannotBeReachedIsStatusSix() {
        ProgramRun.Result result = ProgramRun.inEmptySurroundings()
                .withPlugins()
                .run("send", "--text", "x", "--code", "7-a-b", "--relay-url", NOWHERE);

        assertThat(result.status()).isEqualTo(6);
        assertThat(result.error()).contains(NOWHERE);
    }

    @Test
    void aMissingFileIsStatusEightBeforeAnyCodeIsShown() {
        ProgramRun.Result result =
                ProgramRun.inEmptySurroundings().withPlugins().run("send", "no-such-file", "--relay-url", NOWHERE);

        assertThat(result.status()).isEqualTo(8);
        assertThat(result.error()).contains("no-such-file").doesNotContain("Wormhole code is");
    }

    @Test
    void theRelayVariableNamesTheMailboxServer() {
        ProgramRun.Result result = ProgramRun.inEmptySurroundings()
                .withPlugins()
                .withVariable("WORMHOLE_RELAY_URL", NOWHERE)
                .run("send", "--text", "x", "--code", "7-a-b");

        assertThat(result.status()).isEqualTo(6);
    }

    @Test
    void theTextToSendIsAskedForOnATerminal() throws IOException {
        ProgramRun run = ProgramRun.inEmptySurroundings().withPlugins().onTerminal("hi");
        ProgramRun.Result result = runUntilCodeIsTold(run, "send", "--no-qr", "--code", "7-a-b");

        assertThat(result.error()).contains("text message (2 characters)").contains("Wormhole code is: 7-a-b");
    }

    @Test
    void theTextToSendIsReadFromStandardInput() {
        ProgramRun.Result result = ProgramRun.inEmptySurroundings()
                .withPlugins()
                .withInput("snow ☃\n".getBytes(StandardCharsets.UTF_8))
                .run("send", "--text", "-", "--code", "7-a-b", "--relay-url", NOWHERE);

        assertThat(result.error()).contains("text message (7 characters)");
    }

    @Test
    void whatIsNoTextIsNotSentAsOne() {
        ProgramRun.Result result = ProgramRun.inEmptySurroundings()
                .withPlugins()
                .withInput(new byte[] {(byte) 0xff})
                .run("send", "--text", "-", "--relay-url", NOWHERE);

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.error()).contains("no UTF-8 text");
    }

    @Test
    void aQrCodeIsDrawnOnlyOnATerminal() throws IOException {
        String[] words = {"send", "--qr", "--text", "x", "--code", "7-a-b"};
        ProgramRun piped = ProgramRun.inEmptySurroundings().withPlugins();
        ProgramRun typed = ProgramRun.inEmptySurroundings().withPlugins().onTerminal();

        assertThat(runUntilCodeIsTold(piped, words).error()).doesNotContain("█");
        assertThat(runUntilCodeIsTold(typed, words).error()).contains("█");
    }

    @Test
    void theCodeIsToldHoweverQuietTheRun() throws IOException {
        ProgramRun run = ProgramRun.inEmptySurroundings().withPlugins();
        ProgramRun.Result result = runUntilCodeIsTold(run, "--quiet", "send", "--text", "x", "--code", "7-a-b");

        assertThat(result.error().lines().toList())
                .startsWith("Wormhole code is: 7-a-b", "On the other computer, please run: wormhole receive 7-a-b")
                .hasSize(5);
    }

    @Test
    void hostileTextInAnErrorIsEscaped() {
        ProgramRun.Result result = ProgramRun.inEmptySurroundings().run("\u001b[2Jsnd");

        assertThat(result.error()).contains("'\\x1b[2Jsnd'").doesNotContain("\u001b");
    }

    @Test
    void aTypoInATypedCodeIsMendedAndSaid() {
        ProgramRun.Result result = ProgramRun.inEmptySurroundings()
                .withPlugins()
                .run("receive", "7 Crossover clokwork", "--relay-url", NOWHERE);

        assertThat(result.error()).contains("Taking it for 7-crossover-clockwork.");
    }

    @Test
    void aChosenCodeStaysAsItIsAndTheLineToRunWorks() throws IOException {
        ProgramRun run = ProgramRun.inEmptySurroundings().withPlugins();
        ProgramRun.Result result = runUntilCodeIsTold(run, "send", "--text", "x", "--code", "345-Crossover-CLOCKWORK");

        assertThat(result.error())
                .contains("please run: wormhole receive wormhole-transfer:345-Crossover-CLOCKWORK")
                .doesNotContain("Taking it for");
    }

    @Test
    void whoSendsWithAnExactCodeTellsALinkThatIsNotMended() throws IOException {
        ProgramRun run = ProgramRun.inEmptySurroundings().withPlugins();
        ProgramRun.Result result =
                runUntilCodeIsTold(run, "send", "--text", "x", "--code", "wormhole-transfer:345-Crossover-CLOCKWORK");

        assertThat(result.error()).contains("please run: wormhole receive wormhole-transfer:345-Crossover-CLOCKWORK");
    }

    @Test
    void aCodeInAFileIsTakenExactly(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("code"), "345-Crossover-CLOCKWORK\n");
        ProgramRun.Result result = ProgramRun.inEmptySurroundings()
                .withPlugins()
                .run("receive", "--code-file", file.toString(), "--relay-url", NOWHERE);

        assertThat(result.status()).isEqualTo(6);
        assertThat(result.error()).doesNotContain("Taking it for");
    }

    @Test
    void helpSaysThatACommandHasNoSubcommands() {
        assertThat(ProgramRun.inEmptySurroundings().run("help", "receive", "85").error())
                .contains("'receive' has no subcommand '85'", "See 'wormhole help receive'.")
                .doesNotContain("has: ");
    }

    @Test
    void aProgramIsAskedForTheCodeInJson() {
        ProgramRun.Result result = ProgramRun.inEmptySurroundings()
                .withPlugins()
                .withInput("{\"question\":\"code\",\"answer\":\"83-crossover-clockwork\"}\n"
                        .getBytes(StandardCharsets.UTF_8))
                .run("--json", "receive", "--relay-url", NOWHERE);

        assertThat(result.status()).isEqualTo(6);
        assertThat(result.output()).contains("\"question\"", "\"id\":\"code\"");
    }

    /** The server is one that takes connections, says nothing, and is gone as soon as the code is told. */
    private static ProgramRun.Result runUntilCodeIsTold(ProgramRun run, String... words) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            List<String> all = new ArrayList<>(List.of(words));
            all.addAll(List.of("--relay-url", "ws://127.0.0.1:" + server.getLocalPort() + "/v1"));
            return run.whenTold("please run", () -> close(server)).run(all.toArray(String[]::new));
        }
    }

    private static void close(ServerSocket server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
