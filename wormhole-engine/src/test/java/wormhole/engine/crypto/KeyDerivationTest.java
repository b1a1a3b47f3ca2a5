package wormhole.engine.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static wormhole.engine.testing.Vectors.hex;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wormhole.engine.testing.Vectors;
import wormhole.spi.Role;

class KeyDerivationTest {
    private final SharedKey main = new SharedKey(Secret.owning(hex(Vectors.at("key-derivation"), "main_key")));

    static Stream<JsonNode> derived() {
        return Stream.concat(
                Vectors.each("key-derivation/derive_key"), Vectors.each("key-derivation/others_generated"));
    }

    static Stream<JsonNode> phaseKeys() {
        return Vectors.each("key-derivation/derive_phase_key");
    }

    static Stream<JsonNode> unsaltedHkdf() {
        return Vectors.each("hkdf-sha256/kat")
                .filter(v -> v.get("salt_ascii").asText().isEmpty());
    }

    static Stream<JsonNode> transitKeys() {
        return Vectors.each("transit/keys");
    }

    @ParameterizedTest
    @MethodSource("unsaltedHkdf")
    void hkdfGivesTheKnownBytesAndEachShorterLengthIsAPrefix(JsonNode vector) {
        byte[] secret = vector.get("ikm_ascii").asText().getBytes(StandardCharsets.US_ASCII);
        String info = vector.get("info_ascii").asText();

        assertThat(hex(Hashing.hkdf(secret, info, 64)))
                .isEqualTo(vector.get("okm_64").asText());
        assertThat(vector.get("okm_64").asText()).startsWith(hex(Hashing.hkdf(secret, info, 33)));
    }

    @ParameterizedTest
    @MethodSource("derived")
    void derivesTheKnownKeys(JsonNode vector) {
        byte[] key = main.derive(
                vector.get("purpose_ascii").asText(), vector.get("len").asInt());

        assertThat(hex(key)).isEqualTo(vector.get("out").asText());
    }

    @ParameterizedTest
    @MethodSource("phaseKeys")
    void phaseKeysSealWithTheKnownKey(JsonNode vector) throws Exception {
        PhaseKey derived =
                main.phaseKey(vector.get("side").asText(), vector.get("phase").asText());
        PhaseKey known = new PhaseKey(Secret.owning(hex(vector, "out")));

        assertThat(known.open(derived.seal(new byte[] {1, 2, 3}, RandomBytes.secure())))
                .containsExactly(1, 2, 3);
    }

    @ParameterizedTest
    @MethodSource("transitKeys")
    void transitHandshakesAndTokensAreTheKnownOnes(JsonNode vector) {
        TransitKey key = TransitKey.of(hex(vector, "transit_key"));

        assertThat(new String(key.handshake(Role.SENDER), StandardCharsets.US_ASCII))
                .isEqualTo(vector.get("sender_handshake").asText());
        assertThat(new String(key.handshake(Role.RECEIVER), StandardCharsets.US_ASCII))
                .isEqualTo(vector.get("receiver_handshake").asText());
        assertThat(key.relayToken()).isEqualTo(vector.get("relay_token").asText());
    }

    @Test
    void noKindOfKeyCanBePrinted() {
        String secret = Vectors.at("key-derivation").get("main_key").asText();

        assertThat(Stream.of(
                        main,
                        main.phaseKey("a", "b"),
                        main.transitKey("app"),
                        main.transitKey("app").recordKey(Role.SENDER)))
                .allSatisfy(
                        key -> assertThat(key.toString()).doesNotContain(secret).doesNotContain("["));
    }
}
