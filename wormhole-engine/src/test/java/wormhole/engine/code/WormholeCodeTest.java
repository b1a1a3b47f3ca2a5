package wormhole.engine.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import wormhole.engine.testing.Vectors;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;

class WormholeCodeTest {
    /** Refused here though the reference takes them: no words, digits of other scripts, a broken or endless nameplate. */
    private static final Set<String> STRICTER =
            Set.of("4", "4-", "\u0664-purple", "4\n-purple", "99999999999999999999999999999999999999999-x");

    /** Taken here though the reference refuses them: what was pasted with the space around it. */
    private static final Set<String> KINDER = Set.of(" 4-oops-space", "4-oops-space ");

    static Stream<String> good() {
        return Vectors.each("codes/cases").filter(WormholeCodeTest::isGood).map(WormholeCodeTest::code);
    }

    static Stream<String> bad() {
        return Vectors.each("codes/cases").filter(each -> !isGood(each)).map(WormholeCodeTest::code);
    }

    private static boolean isGood(JsonNode vector) {
        boolean forTheReference = vector.get("python_validate_code").asText().equals("ok");
        return (forTheReference && !STRICTER.contains(code(vector))) || KINDER.contains(code(vector));
    }

    private static String code(JsonNode vector) {
        return vector.get("code").asText();
    }

    @ParameterizedTest
    @MethodSource("good")
    void readsACodeAsItIsSpoken(String code) throws WormholeException {
        assertThat(WormholeCode.parse(code).text()).isEqualTo(code.strip());
    }

    @ParameterizedTest
    @MethodSource("bad")
    @ValueSource(strings = {"4-a b", "4-a\u0000b", "4-a\u007fb", "4-a\u0085b", "4-a\u2003b", "4-a\u2028b"})
    void refusesWhatCannotBeACode(String code) {
        assertThatThrownBy(() -> WormholeCode.parse(code)).isInstanceOfSatisfying(WormholeException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.MALFORMED_CODE);
            assertThat(e.hint()).isPresent();
        });
    }

    @Test
    void splitsAtTheFirstHyphen() throws WormholeException {
        WormholeCode code = WormholeCode.parse("4-a-b");

        assertThat(code.nameplate()).isEqualTo("4");
        assertThat(code.words()).isEqualTo("a-b");
    }

    @Test
    void neitherItsTextNorARefusalTellsTheWords() throws WormholeException {
        assertThat(WormholeCode.parse("4-purple-sausages").toString()).doesNotContain("purple");
        assertThatThrownBy(() -> WormholeCode.parse("four-purple-sausages"))
                .hasMessageNotContainingAny("purple", "sausages");
    }
}
