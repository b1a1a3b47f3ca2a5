package wormhole.engine.code;

import static org.assertj.core.api.Assertions.assertThat;
import static wormhole.engine.testing.Vectors.hex;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wormhole.engine.testing.Vectors;

class WordListTest {
    private final WordList list = WordList.pgp();

    static Stream<JsonNode> completions() {
        return Vectors.each("wordlist/completion");
    }

    static Stream<Map.Entry<String, JsonNode>> samples() {
        return Vectors.at("wordlist/samples").properties().stream();
    }

    @Test
    void isThePgpWordListInTheOrderOfItsBytes() {
        JsonNode known = Vectors.at("wordlist");

        assertThat(list.at(0)).hasSize(known.get("odd_count").asInt());
        assertThat(list.at(1)).hasSize(known.get("even_count").asInt());
        assertThat(sha256(list.at(0)))
                .isEqualTo(known.get("odd_sha256_joined_by_newline_lowercase_in_byte_order")
                        .asText());
        assertThat(sha256(list.at(1)))
                .isEqualTo(known.get("even_sha256_joined_by_newline_lowercase_in_byte_order")
                        .asText());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aByteStandsForOneWordOfEachList(Map.Entry<String, JsonNode> sample) {
        byte[] value = HexFormat.of().parseHex(sample.getKey());
        byte[] three = {value[0], value[0], value[0]};
        String even = sample.getValue().get(0).asText().toLowerCase(Locale.ROOT);
        String odd = sample.getValue().get(1).asText().toLowerCase(Locale.ROOT);

        assertThat(list.choose(3, count -> three)).isEqualTo(String.join("-", odd, even, odd));
    }

    @Test
    void asksForOneRandomByteForEachWord() {
        int[] asked = {0};
        list.choose(5, count -> {
            asked[0] = count;
            return new byte[count];
        });

        assertThat(asked[0]).isEqualTo(5);
    }

    @ParameterizedTest
    @MethodSource("completions")
    void completesLikeTheOthers(JsonNode vector) {
        List<String> known = Vectors.texts(vector.get("completions"));

        assertThat(list.completions(
                        vector.get("prefix").asText(), vector.get("num_words").asInt()))
                .containsExactlyElementsOf(known);
    }

    @Test
    void offersNothingForWhatIsNoBeginningOfAWord() {
        assertThat(list.completions("zzz", 2)).isEmpty();
    }

    private static String sha256(List<String> words) {
        try {
            return hex(MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", words).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
