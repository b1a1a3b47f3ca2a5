package wormhole.engine.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wormhole.engine.testing.Vectors.hex;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wormhole.engine.testing.Vectors;
import wormhole.spi.WormholeException;

class Spake2Test {
    static Stream<JsonNode> exchanges() {
        return Vectors.each("spake2/symmetric");
    }

    static Stream<JsonNode> inboundCases() {
        return Vectors.each("spake2/inbound_cases/cases");
    }

    @ParameterizedTest
    @MethodSource("exchanges")
    void bothSidesSendTheKnownMessagesAndReachTheKnownKey(JsonNode vector) throws WormholeException {
        Spake2 a = start(vector, "entropy_a_64");
        Spake2 b = start(vector, "entropy_b_64");

        assertThat(hex(a.message())).isEqualTo(vector.get("msg_a").asText());
        assertThat(hex(b.message())).isEqualTo(vector.get("msg_b").asText());
        SharedKey key = new SharedKey(Secret.owning(hex(vector, "key")));
        assertThat(a.finish(b.message())).isEqualTo(key);
        assertThat(b.finish(a.message())).isEqualTo(key);
    }

    private static Spake2 start(JsonNode vector, String entropy) {
        return Spake2.start(
                text(vector, "password_utf8_hex"), text(vector, "id_symmetric_hex"), n -> hex(vector, entropy));
    }

    private static String text(JsonNode vector, String field) {
        return new String(hex(vector, field), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @MethodSource("inboundCases")
    void acceptsOnlyWhatAnHonestPeerSends(JsonNode vector) throws WormholeException {
        Spake2 exchange = start(Vectors.at("spake2/symmetric").get(1), "entropy_a_64");
        byte[] message = HexFormat.of().parseHex(vector.get("msg_hex").asText());

        if (vector.get("expect").asText().startsWith("accept")) {
            assertThat(exchange.finish(message)).isNotNull();
        } else {
            assertThatThrownBy(() -> exchange.finish(message)).isInstanceOf(WormholeException.class);
        }
    }

    @Test
    void differentCodesLeadToTheKnownDifferentKeys() throws WormholeException {
        JsonNode vector = Vectors.at("spake2/wrong_password");
        String id = vector.get("id_symmetric").asText();
        Spake2 a = Spake2.start(vector.get("password_a").asText(), id, n -> hex(vector, "entropy_a_64"));
        Spake2 b = Spake2.start(vector.get("password_b").asText(), id, n -> hex(vector, "entropy_b_64"));

        assertThat(a.finish(b.message())).isEqualTo(new SharedKey(Secret.owning(hex(vector, "key_a"))));
        assertThat(b.finish(a.message())).isEqualTo(new SharedKey(Secret.owning(hex(vector, "key_b"))));
    }

    @Test
    void composedAndDecomposedCodesAreTheSame() throws WormholeException {
        Spake2 a = Spake2.start("7-e\u0301clair", "app", RandomBytes.secure());
        Spake2 b = Spake2.start("7-\u00e9clair", "app", RandomBytes.secure());

        assertThat(a.finish(b.message())).isEqualTo(b.finish(a.message()));
    }

    @Property(tries = 30)
    void equalCodesReachEqualKeysAndOthersDoNot(
            @ForAll @Size(64) byte[] entropyA, @ForAll @Size(64) byte[] entropyB, @ForAll String code)
            throws WormholeException {
        Spake2 a = Spake2.start(code, "app", n -> entropyA);
        Spake2 b = Spake2.start(code, "app", n -> differing(entropyB, entropyA));
        Spake2 wrong = Spake2.start(code + "x", "app", n -> differing(entropyB, entropyA));

        SharedKey key = a.finish(b.message());
        assertThat(b.finish(a.message())).isEqualTo(key);
        assertThat(wrong.finish(a.message())).isNotEqualTo(key);
    }

    private static byte[] differing(byte[] bytes, byte[] others) {
        byte[] result = bytes.clone();
        result[0] = (byte) (others[0] ^ 1);
        return result;
    }
}
