package wormhole.engine.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import wormhole.engine.testing.Vectors;
import wormhole.spi.Mood;

class ClientMessageTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    static Stream<Arguments> messages() {
        return Stream.of(
                Arguments.of(new ClientMessage.ListNameplates(), "list"),
                Arguments.of(new ClientMessage.Allocate(), "allocate"),
                Arguments.of(new ClientMessage.Claim("4"), "claim"),
                Arguments.of(new ClientMessage.Release("4"), "release"),
                Arguments.of(new ClientMessage.Open("mailbox1"), "open"),
                Arguments.of(new ClientMessage.Add("phase1", "body".getBytes(StandardCharsets.UTF_8)), "add"),
                Arguments.of(new ClientMessage.Close("mailbox1", Mood.HAPPY), "close"));
    }

    /** The first vector of a type is the one with all fields. */
    private static JsonNode vector(String type) {
        return Vectors.each("mailbox-messages/client_to_server")
                .filter(each -> each.get("type").asText().equals(type))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("messages")
    void saysWhatTheProtocolSays(ClientMessage message, String type) throws JsonProcessingException {
        assertThat(MAPPER.readTree(message.toJson())).isEqualTo(vector(type));
    }

    @Test
    void bindsWithTheNameAndVersionOfTheProgram() throws JsonProcessingException {
        JsonNode said = MAPPER.readTree(new ClientMessage.Bind("app", "side", "0.1.0").toJson());

        assertThat(said)
                .isEqualTo(MAPPER.readTree("{\"type\":\"bind\",\"appid\":\"app\",\"side\":\"side\","
                        + "\"client_version\":[\"java\",\"0.1.0\"]}"));
    }

    @Test
    void asksForTheFirstMessageWithTheClaimOnlyWhenItIsToldTo() throws JsonProcessingException {
        JsonNode said = MAPPER.readTree(new ClientMessage.Claim("4").peeking().toJson());

        assertThat(said).isEqualTo(MAPPER.readTree("{\"type\":\"claim\",\"nameplate\":\"4\",\"peek\":true}"));
    }

    @Test
    void submitsAProofOfWork() throws JsonProcessingException {
        JsonNode said = MAPPER.readTree(new ClientMessage.SubmitPermissions("1:6:stamp").toJson());

        assertThat(said)
                .isEqualTo(MAPPER.readTree(
                        "{\"type\":\"submit-permissions\",\"method\":\"hashcash\",\"stamp\":\"1:6:stamp\"}"));
    }

    @Test
    void aTextCannotBreakOutOfItsPlace() throws JsonProcessingException {
        JsonNode said = MAPPER.readTree(new ClientMessage.Claim("4\",\"type\":\"x\u0000\u2028").toJson());

        assertThat(said.get("nameplate").asText()).isEqualTo("4\",\"type\":\"x\u0000\u2028");
        assertThat(said.get("type").asText()).isEqualTo("claim");
    }
}
