package wormhole.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wormhole.engine.plugin.PluginLoader;
import wormhole.library.ExampleProject;
import wormhole.library.LocalServers;
import wormhole.shell.json.EventSchema;
import wormhole.shell.manual.ManualPage;
import wormhole.spi.Command;
import wormhole.spi.CommandSpec;

/** What the plugins of the docs add is as good as what is built in: in help, completion, scripts, the shell and JSON. */
class DropInTest {
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private static Path dropIn;

    @TempDir
    private static Path work;

    private static LocalServers servers;
    private static EventSchema schema;

    @TempDir
    private Path folder;

    @BeforeAll
    static void build() throws Exception {
        for (String example : List.of("plugin-url", "plugin-chat", "plugin-unix-socket")) {
            ExampleProject.named(example).build(work, dropIn);
        }
        servers = LocalServers.start();
        schema = EventSchema.published();
    }

    @AfterAll
    static void stop() {
        servers.close();
    }

    private static ProgramRun program(String input) {
        return ProgramRun.inEmptySurroundings()
                .withPlugins()
                .withVariable("XDG_CONFIG_DIRS", "/nowhere")
                .withVariable("WORMHOLE_RELAY_URL", servers.mailbox().toString())
                .withInput(input.getBytes(StandardCharsets.UTF_8));
    }

    private static ProgramRun.Result run(String input, String... words) {
        String[] all = new String[words.length + 2];
        all[0] = "--plugins";
        all[1] = dropIn.toString();
        System.arraycopy(words, 0, all, 2, words.length);
        return program(input).run(all);
    }

    @Test
    void aCommandStandsInTheHelpAndHasItsOwn() {
        assertThat(run("", "help").output()).contains("chat  ", "Talk to somebody, line by line");
        assertThat(run("", "help", "chat").output())
                .contains("Usage: wormhole chat [OPTIONS] [CODE]", "You take turns", "wormhole chat 7-crossover");
        assertThat(run("", "chat", "--help").output())
                .isEqualTo(run("", "help", "chat").output());
        assertThat(run("", "cht").error()).contains("Did you mean chat?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    void aCommandIsCompleted(String shell) {
        assertThat(run("", "completion", shell).output()).contains("chat");
    }

    @Test
    void aCommandCanHaveAManualPage() {
        CommandSpec chat = PluginLoader.load(List.of(dropIn)).commands().stream()
                .map(Command::spec)
                .filter(spec -> spec.name().equals("chat"))
                .findFirst()
                .orElseThrow();

        assertThat(ManualPage.of(chat, "1")).contains("wormhole\\-chat", "Talk to somebody", ".SH EXAMPLES", "\n.nh\n");
    }

    @Test
    void aConversationRunsInAScriptAndItsEventsAreAsPublished() throws Exception {
        Path script = Files.writeString(folder.resolve("chat.wormhole"), "chat &\nchat $code\nwait\n");
        ProgramRun.Result result = run(
                "{\"answer\":\"hello\"}\n{\"answer\":\"hello yourself\"}\n{\"answer\":\"\"}\n",
                "--json",
                "batch",
                script.toString());

        assertThat(result.status()).as(result.output()).isZero();
        assertThat(texts(result, "said")).containsExactly("hello", "hello yourself", "");
    }

    private static List<String> texts(ProgramRun.Result result, String event) throws IOException {
        return schema.events(result.output()).stream()
                .filter(found -> found.get("event").asText().equals(event))
                .map(found -> found.get("text").asText())
                .toList();
    }

    @Test
    void whatAnOfferTypeFindsOutIsAVariableOfTheScript() throws Exception {
        Path script = Files.writeString(
                folder.resolve("url.wormhole"),
                "send --text url:https://example.org/ &\nreceive --accept-file $code\nwait\necho got $url\n");
        ProgramRun.Result result = run("", "batch", script.toString());

        assertThat(result.status()).as(result.error()).isZero();
        assertThat(result.output()).isEqualTo("https://example.org/\ngot https://example.org/\n");
        assertThat(result.error()).contains("Sent the address https://example.org/.");
    }

    @Test
    void aTransitMethodIsRacedAndNamed() throws Exception {
        Files.writeString(folder.resolve("file"), "content");
        Path script = Files.writeString(
                folder.resolve("file.wormhole"),
                "send " + folder.resolve("file") + " &\nreceive --accept-file -o " + folder.resolve("copy")
                        + " $code\nwait\n");
        ProgramRun.Result result = run("", "--json", "batch", script.toString());

        assertThat(result.status()).as(result.output()).isZero();
        assertThat(folder.resolve("copy")).hasContent("content");
        List<JsonNode> events = schema.events(result.output());
        assertThat(events.stream().filter(event -> event.get("event").asText().equals("transit")))
                .hasSize(2)
                .allSatisfy(event -> assertThat(event.get("path").asText()).isNotEmpty());
    }

    @Test
    void theShellKnowsThemAll() {
        ProgramRun.Result result = run(
                "help chat\nplugins info url\nsend --dry-run --text url:https://example.org\nset who Bob\necho hello $who\n",
                "shell");

        assertThat(result.status()).as(result.error()).isZero();
        assertThat(result.output()).contains("Usage: wormhole chat", "Offer type url", "hello Bob\n");
        assertThat(result.error()).contains("Would send the address https://example.org.");
    }
}
