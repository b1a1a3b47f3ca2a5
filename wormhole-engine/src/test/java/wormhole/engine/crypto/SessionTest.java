package wormhole.engine.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wormhole.engine.testing.Vectors.hex;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wormhole.engine.testing.Vectors;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;

class SessionTest {
    private final JsonNode session = Vectors.at("session");
    private final SharedKey key = new SharedKey(Secret.owning(hex(session, "shared_key")));

    static Stream<JsonNode> messages() {
        return Vectors.each("session/messages");
    }

    static Stream<JsonNode> swapped() {
        return Vectors.each("session/cross_check_reject");
    }

    @Test
    void verifierAndTransitKeyAreTheKnownOnes() {
        assertThat(hex(key.verifier())).isEqualTo(session.get("verifier").asText());
        assertThat(hex(key.derive(session.get("appid").asText() + "/transit-key", 32)))
                .isEqualTo(session.get("transit_key").asText());
    }

    @ParameterizedTest
    @MethodSource("messages")
    void messagesSealAndOpenToTheKnownBytes(JsonNode message) throws WormholeException {
        PhaseKey phaseKey =
                key.phaseKey(message.get("side").asText(), message.get("phase").asText());
        byte[] plaintext = message.get("plaintext_utf8").asText().getBytes(StandardCharsets.UTF_8);

        assertThat(hex(phaseKey.seal(plaintext, n -> hex(message, "nonce"))))
                .isEqualTo(message.get("body_hex").asText());
        assertThat(phaseKey.open(hex(message, "body_hex"))).isEqualTo(plaintext);
    }

    @ParameterizedTest
    @MethodSource("swapped")
    void aMessageOfOneSideOrPhaseIsNoneOfAnother(JsonNode vector) {
        PhaseKey other = key.phaseKey(
                vector.get("try_side").asText(), vector.get("try_phase").asText());

        assertThatThrownBy(() -> other.open(hex(vector, "body_hex")))
                .isInstanceOfSatisfying(
                        WormholeException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.WRONG_CODE));
    }
}
