package wormhole.engine.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import wormhole.engine.testing.Vectors;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;

class TransferUriTest {
    static Stream<JsonNode> good() {
        return Vectors.each("uri/ok");
    }

    static Stream<String> bad() {
        return Vectors.each("uri/error").map(each -> each.get("uri").asText());
    }

    @ParameterizedTest
    @MethodSource("good")
    void readsALinkAndWritesItAgain(JsonNode vector) throws WormholeException {
        TransferUri uri = TransferUri.parse(vector.get("uri").asText());

        assertThat(uri.code().text()).isEqualTo(vector.get("code").asText());
        assertThat(uri.leader()).isEqualTo(vector.path("role").asText().equals("leader"));
        assertThat(uri.server().map(URI::toString).orElse(""))
                .isEqualTo(vector.path("rendezvous").asText());
        assertThat(uri.text()).isEqualTo(vector.get("uri").asText());
    }

    @ParameterizedTest
    @MethodSource("bad")
    @ValueSource(
            strings = {
                "wormhole-transfer:4-x?",
                "wormhole-transfer:4-x?role=leader&",
                "wormhole-transfer:4-%e2%82",
                "wormhole-transfer:4-%ff",
                "wormhole-transfer:4-x%",
                "wormhole-transfer:4-x%2",
                "wormhole-transfer:4-%20x",
                "wormhole-transfer:4-x?rendezvous=http://example.com",
                "wormhole-transfer:4-x?rendezvous=ws:nowhere",
                "wormhole-transfer:4-x?rendezvous=ws://a%20b",
                "wormhole-transfer:4-x?rendezvous"
            })
    void refusesALinkThatItDoesNotFullyUnderstand(String link) {
        assertThatThrownBy(() -> TransferUri.parse(link))
                .isInstanceOfSatisfying(
                        WormholeException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.MALFORMED_CODE));
    }

    @Test
    void takesTheOnlyVersionThereIs() throws WormholeException {
        assertThat(TransferUri.parse("wormhole-transfer:4-x?version=0").code().text())
                .isEqualTo("4-x");
    }

    @Test
    void doesNotTellTheWordsInItsText() throws WormholeException {
        assertThat(TransferUri.parse("wormhole-transfer:4-purple").toString()).doesNotContain("purple");
    }
}
