package wormhole.plugin.server.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Has the conversations of {@code server-errors.json}, each of which must end in one error. */
class ServerErrorsTest {
    @TestFactory
    List<DynamicTest> answersWithAnErrorAndKeepsListening() throws IOException {
        return conversations().stream()
                .map(c -> DynamicTest.dynamicTest(c.path("error").asText() + " " + c.path("say"), () -> have(c)))
                .toList();
    }

    @Test
    void coversEveryErrorOfTheReference() throws IOException {
        Set<String> covered =
                conversations().stream().map(c -> c.path("error").asText()).collect(Collectors.toSet());

        String reference = new String(resource("reference-errors.txt").readAllBytes(), StandardCharsets.UTF_8);

        assertThat(covered).containsAll(reference.lines().toList());
    }

    private static void have(JsonNode conversation) {
        TestServer server = new TestServer();
        FakeClient client = new FakeClient(server.mailboxes);
        JsonNode last = conversation;
        for (JsonNode step : conversation.path("say")) {
            last = step;
            client = step.isTextual() ? arrange(server, client, step.asText()) : client.sayRaw(step.toString());
        }
        assertThat(client.error()).isEqualTo(conversation.path("error").asText());
        if (last.isObject()) {
            assertThat(client.answer("error").path("orig")).isEqualTo(last);
        }
        assertThat(client.say("ping", "ping", 1).answer("pong").path("pong").asInt())
                .isEqualTo(1);
    }

    private static FakeClient arrange(TestServer server, FakeClient client, String step) {
        switch (step) {
            case "BIND" -> client.say("bind", "appid", FakeClient.APP, "side", "s");
            case "RECONNECT" -> {
                return server.bound("s");
            }
            case "ANOTHER CLAIMS 1" -> server.bound("t").say("claim", "nameplate", "1");
            case "TWO OTHERS CLAIM 1" -> {
                server.bound("t").say("claim", "nameplate", "1");
                server.bound("u").say("claim", "nameplate", "1");
            }
            case "TWO OTHERS OPEN m" -> {
                server.bound("t").say("open", "mailbox", "m");
                server.bound("u").say("open", "mailbox", "m");
            }
            default -> throw new IllegalArgumentException(step);
        }
        return client;
    }

    private static List<JsonNode> conversations() throws IOException {
        JsonNode all = new ObjectMapper().readTree(resource("server-errors.json"));
        return StreamSupport.stream(all.spliterator(), false).toList();
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(ServerErrorsTest.class.getResourceAsStream(name), name);
    }
}
