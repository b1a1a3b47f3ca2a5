package wormhole.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wormhole.library.LocalServers;
import wormhole.shell.json.EventSchema;
import wormhole.spi.WormholeException;

/** Real transfers with {@code --json} on both sides; every line is held to the published schema. */
class JsonRunTest {
    private static LocalServers servers;
    private static EventSchema schema;

    @TempDir
    private Path folder;

    @BeforeAll
    static void startServers() throws WormholeException, IOException {
        servers = LocalServers.start();
        schema = EventSchema.published();
    }

    @AfterAll
    static void stopServers() {
        servers.close();
    }

    @Test
    void aTextIsInTheEventAndOnceOnly() throws Exception {
        CompletableFuture<ProgramRun.Result> sender = start("", "send", "--text", "snow ☃", "--code", "11-a-b");
        ProgramRun.Result receiver = run("", "receive", "11-a-b");

        assertThat(names(receiver))
                .containsSubsequence("code", "verifier", "text", "closed")
                .doesNotContain("output");
        assertThat(event(receiver, "text").get("text").asText()).isEqualTo("snow ☃");
        assertThat(receiver.error()).isEmpty();
        assertThat(names(sender.get(30, TimeUnit.SECONDS)))
                .containsSubsequence("sending", "code", "peer", "verifier", "sent", "closed");
    }

    @Test
    void aTextThatCannotBeToldIsNotConfirmedAndStandardErrorSaysWhy() throws Exception {
        CompletableFuture<ProgramRun.Result> sender = start("", "send", "--text", "snow", "--code", "12-a-b");
        ProgramRun.Result receiver = program("").withFullDisk().run("--json", "receive", "12-a-b");

        assertThat(receiver.status()).isEqualTo(8);
        assertThat(receiver.error()).startsWith("wormhole: ").contains("No space left on device");
        assertThat(names(sender.get(30, TimeUnit.SECONDS))).contains("error").doesNotContain("sent");
    }

    @Test
    void aCodeIsToldAsALinkTooWithWhichItCanBeReceived() throws Exception {
        CompletableFuture<ProgramRun.Result> sender =
                start("", "send", "--text", "hello", "--code", "17-a-b", "--copy");
        String server = URLEncoder.encode(servers.mailbox().toString(), StandardCharsets.UTF_8);
        String link = "wormhole-transfer:17-a-b?rendezvous=" + server;
        ProgramRun.Result receiver = run("", "receive", link, "--relay-url", "ws://127.0.0.1:1/v1");

        assertThat(event(receiver, "text").get("text").asText()).isEqualTo("hello");
        ProgramRun.Result sent = sender.get(30, TimeUnit.SECONDS);
        assertThat(event(sent, "code").get("uri").asText()).isEqualTo(link);
        assertThat(event(sent, "copy").get("text").asText()).isEqualTo("17-a-b");
    }

    @Test
    void aFileIsAcceptedByAnAnswerFromStandardInput() throws Exception {
        Path file = Files.write(folder.resolve("file"), new byte[300_000]);
        CompletableFuture<ProgramRun.Result> sender = start("", "send", file.toString(), "--code", "12-a-b");
        ProgramRun.Result receiver = run(
                "nonsense\n{\"question\":\"other\",\"answer\":\"yes\"}\n{\"answer\":\"perhaps\"}\n{\"answer\":\"yes\"}\n",
                "receive",
                "12-a-b",
                "-o",
                folder.resolve("copy").toString());

        assertThat(receiver.status()).as(receiver.output()).isZero();
        assertThat(names(receiver))
                .containsSubsequence(
                        "offer", "question", "question", "question", "question", "transit", "progress", "received");
        assertThat(event(receiver, "received").get("path").asText())
                .isEqualTo(folder.resolve("copy").toString());
        assertThat(event(receiver, "received").get("size").asLong()).isEqualTo(300_000);
        assertThat(names(sender.get(30, TimeUnit.SECONDS)))
                .containsSubsequence("accepted", "transit", "progress", "sent");
    }

    @Test
    void theEndOfInputRejectsAndIsTheLastLineOnBothSides() throws Exception {
        Path file = Files.write(folder.resolve("file"), new byte[10]);
        CompletableFuture<ProgramRun.Result> sender = start("", "send", file.toString(), "--code", "13-a-b");
        ProgramRun.Result receiver =
                run("", "receive", "13-a-b", "-o", folder.resolve("copy").toString());

        assertThat(receiver.status()).isEqualTo(4);
        assertThat(lastEvent(receiver).get("code").asText()).isEqualTo("NO_ANSWER");
        assertThat(lastEvent(sender.get(30, TimeUnit.SECONDS)).get("code").asText())
                .isEqualTo("REJECTED_BY_PEER");
    }

    @Test
    void aWrongCommandLineIsAnErrorEventWithTheCure() throws Exception {
        ProgramRun.Result result = ProgramRun.inEmptySurroundings().run("--json", "snd");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.error()).isEmpty();
        assertThat(lastEvent(result).get("hint").asText()).contains("Did you mean send?");
    }

    @Test
    void aListingIsAnEventToo() throws Exception {
        ProgramRun.Result result = ProgramRun.inEmptySurroundings().run("--json", "help");

        assertThat(event(result, "output").get("text").asText()).contains("receive");
    }

    @Test
    void standardOutputCannotBeForBothDataAndEvents() throws Exception {
        ProgramRun.Result result = run("", "receive", "7-a-b", "-o", "-");

        assertThat(result.status()).isEqualTo(2);
        assertThat(lastEvent(result).get("message").asText()).contains("contradict");
    }

    @Test
    void whoComesToNobodyGivesUpInTime() throws Exception {
        ProgramRun.Result result = run("", "receive", "14-a-b", "--timeout", "1");

        assertThat(result.status()).isEqualTo(7);
        assertThat(lastEvent(result).get("code").asText()).isEqualTo("TIMEOUT");
    }

    @Test
    void aServerTellsWhereItIsAndStopsInTime() throws Exception {
        ProgramRun.Result result =
                run("", "server", "--host", "127.0.0.1", "--mailbox-port", "0", "--relay-port", "0", "--timeout", "1");

        assertThat(result.status()).isEqualTo(7);
        assertThat(names(result)).startsWith("ready");
        assertThat(event(result, "ready").has("mailbox")).isTrue();
    }

    private static CompletableFuture<ProgramRun.Result> start(String input, String... words) {
        return CompletableFuture.supplyAsync(() -> run(input, words), task -> new Thread(task, "side").start());
    }

    private static ProgramRun.Result run(String input, String... words) {
        return program(input)
                .run(Stream.concat(Stream.of("--json"), Stream.of(words)).toArray(String[]::new));
    }

    private static ProgramRun program(String input) {
        return ProgramRun.inEmptySurroundings()
                .withPlugins()
                .withVariable("WORMHOLE_RELAY_URL", servers.mailbox().toString())
                .withVariable("WORMHOLE_TRANSIT_HELPER", "")
                .withInput(input.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> names(ProgramRun.Result result) throws IOException {
        return schema.events(result.output()).stream()
                .map(event -> event.get("event").asText())
                .toList();
    }

    private static JsonNode event(ProgramRun.Result result, String name) throws IOException {
        return schema.events(result.output()).stream()
                .filter(event -> event.get("event").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(result.output()));
    }

    private static JsonNode lastEvent(ProgramRun.Result result) throws IOException {
        List<JsonNode> events = schema.events(result.output());
        JsonNode last = events.get(events.size() - 1);
        assertThat(last.get("event").asText()).isEqualTo("error");
        return last;
    }
}
