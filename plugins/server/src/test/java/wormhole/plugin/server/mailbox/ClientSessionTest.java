package wormhole.plugin.server.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class ClientSessionTest {
    private final TestServer server = new TestServer();
    private final FakeClient client = new FakeClient(server.mailboxes);

    @Test
    void acksEveryMessageWithItsIdBeforeItAnswers() {
        client.say("ping", "ping", 7, "id", "ab12");

        assertThat(client.heard()).extracting(m -> m.path("type").asText()).containsExactly("ack", "pong");
        assertThat(client.answer("ack").path("id").asText()).isEqualTo("ab12");
    }

    @Test
    void acksAMessageWithoutAnIdWithNull() {
        JsonNode ack = client.say("ping", "ping", 7).answer("ack");

        assertThat(ack.has("id")).isTrue();
        assertThat(ack.path("id").isNull()).isTrue();
    }

    @Test
    void stampsEveryAnswerWithItsTime() {
        JsonNode pong = client.say("ping", "ping", 7).answer("pong");

        assertThat(pong.path("server_tx").asDouble()).isEqualTo(1767323045.25);
    }

    @Test
    void takesPermissionsBeforeAndAfterTheBind() {
        client.say("submit-permissions", "method", "none");
        assertThat(client.heard()).hasSize(1);

        client.say("bind", "appid", "a", "side", "s");
        assertThat(client.heard()).hasSize(1);

        client.say("submit-permission", "method", "none");
        assertThat(client.heard()).hasSize(1);
    }

    @Test
    void ignoresUnknownKeysAndTheClientVersion() {
        client.say("bind", "appid", "a", "side", "s", "client_version", 5, "more", "things");

        assertThat(client.heard("error")).isEmpty();
    }

    @Test
    void echoesNumbersAndTextsExactly() {
        client.sayRaw("{\"type\":\"ping\",\"ping\":[1e400,\"\\ud800\"],\"id\":12345678901234567890}");

        assertThat(client.answer("ack").path("id").bigIntegerValue()).isEqualTo("12345678901234567890");
        assertThat(client.answer("pong").path("pong").path(1).asText()).isEqualTo("\ud800");
    }

    @Test
    void refusesWhatIsNoJson() {
        for (String bad : new String[] {"", "{", "{\"type\":NaN}", "{} {}", "{\"type\":\"ping\",}", "\u0000"}) {
            assertThat(client.sayRaw(bad).error()).isEqualTo("message is no acceptable JSON");
        }
    }

    @Test
    void refusesEndlessNestingAndEndlessNumbers() {
        String deep = "{\"type\":\"ping\",\"ping\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
        String big = "{\"type\":\"ping\",\"ping\":" + "9".repeat(100_000) + "}";

        assertThat(client.sayRaw(deep).error()).isEqualTo("message is no acceptable JSON");
        assertThat(client.sayRaw(big).error()).isEqualTo("message is no acceptable JSON");
    }

    @Test
    void sendsNoLargeThingBack() {
        String large = "x".repeat(100_000);

        assertThat(client.say("ping", "ping", large).error()).isEqualTo("'ping' is too long");
        assertThat(client.answer("error").path("orig").path("type").asText()).isEqualTo("ping");
        assertThat(client.heard().toString()).hasSizeLessThan(1000);

        assertThat(client.say("sing", "id", large).answer("ack").path("id").isNull())
                .isTrue();
    }
}
