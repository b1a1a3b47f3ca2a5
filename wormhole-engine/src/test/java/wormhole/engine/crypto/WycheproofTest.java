package wormhole.engine.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wormhole.engine.testing.Vectors.hex;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.ChaCha20ParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** Project Wycheproof's vectors for what the protocol is made of; see the notice beside them. */
class WycheproofTest {
    private static final BigInteger ORDER =
            BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));

    @Test
    void hkdfGivesWhatItShouldAndRefusesWhatIsTooLong() throws Exception {
        for (JsonNode vector : vectors("hkdf-sha256")) {
            int size = vector.get("size").asInt();
            byte[] secret = hex(vector, "ikm");
            byte[] info = hex(vector, "info");
            if (isValid(vector)) {
                assertThat(hex(Hashing.hkdf(secret, info, size)))
                        .as(name(vector))
                        .isEqualTo(vector.get("okm").asText());
            } else {
                assertThatThrownBy(() -> Hashing.hkdf(secret, info, size))
                        .as(name(vector))
                        .isInstanceOf(RuntimeException.class);
            }
        }
    }

    @Test
    void pointsAndScalarsVerifySignaturesAndNoForgeries() throws Exception {
        for (JsonNode vector : vectors("ed25519")) {
            assertThat(verifies(hex(vector, "pk"), hex(vector, "msg"), hex(vector, "sig")))
                    .as(name(vector))
                    .isEqualTo(isValid(vector));
        }
    }

    /** RFC 8032, section 5.1.7, with our group: S·B − k·A is R. */
    private static boolean verifies(byte[] key, byte[] message, byte[] signature) throws Exception {
        if (signature.length != 64) {
            return false;
        }
        byte[] r = Arrays.copyOf(signature, 32);
        byte[] s = reversed(Arrays.copyOfRange(signature, 32, 64));
        if (new BigInteger(1, s).compareTo(ORDER) >= 0) {
            return false;
        }
        MessageDigest hash = MessageDigest.getInstance("SHA-512");
        hash.update(r);
        hash.update(key);
        Scalar k = Scalar.reduce(reversed(hash.digest(message)));
        EdwardsPoint expected = EdwardsPoint.BASE
                .times(Scalar.reduce(s))
                .plus(EdwardsPoint.decode(key).times(k.negated()));
        return Arrays.equals(expected.encode(), r);
    }

    private static byte[] reversed(byte[] bytes) {
        byte[] result = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            result[i] = bytes[bytes.length - 1 - i];
        }
        return result;
    }

    @Test
    void poly1305AuthenticatesWhatItShouldAndNothingElse() throws Exception {
        for (JsonNode vector : vectors("chacha20-poly1305")) {
            byte[] message = authenticated(hex(vector, "aad"), hex(vector, "ct"));
            Poly1305 authenticator = new Poly1305(oneTimeKey(hex(vector, "key"), hex(vector, "iv")));
            authenticator.update(message, 0, message.length);
            byte[] tag = authenticator.finish();

            byte[] given = hex(vector, "tag");
            boolean same = given.length == tag.length && Poly1305.sameTag(tag, given, 0);
            assertThat(same).as(name(vector)).isEqualTo(isValid(vector));
        }
    }

    /** RFC 8439, section 2.6. */
    private static byte[] oneTimeKey(byte[] key, byte[] nonce) throws Exception {
        Cipher cipher = Cipher.getInstance("ChaCha20");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "ChaCha20"), new ChaCha20ParameterSpec(nonce, 0));
        return cipher.doFinal(new byte[32]);
    }

    /** RFC 8439, section 2.8. */
    private static byte[] authenticated(byte[] associated, byte[] ciphertext) {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.writeBytes(associated);
        message.writeBytes(new byte[-associated.length & 15]);
        message.writeBytes(ciphertext);
        message.writeBytes(new byte[-ciphertext.length & 15]);
        message.writeBytes(ByteBuffer.allocate(16)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(associated.length)
                .putLong(ciphertext.length)
                .array());
        return message.toByteArray();
    }

    private static JsonNode vectors(String name) throws Exception {
        try (InputStream stream = WycheproofTest.class.getResourceAsStream("/wycheproof/" + name + ".json")) {
            JsonNode all = new ObjectMapper().readTree(new String(stream.readAllBytes(), UTF_8));
            assertThat(all).hasSizeGreaterThan(20);
            return all;
        }
    }

    private static boolean isValid(JsonNode vector) {
        return vector.get("result").asText().equals("valid");
    }

    private static String name(JsonNode vector) {
        return "vector " + vector.get("tcId").asText();
    }
}
