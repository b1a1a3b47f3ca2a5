package wormhole.engine.transit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wormhole.engine.testing.Vectors;
import wormhole.spi.ErrorCode;
import wormhole.spi.RelayAddress;
import wormhole.spi.WormholeException;

class RelayAddressesTest {
    static Stream<JsonNode> addresses() {
        return Vectors.each("hints-argv/cases");
    }

    /** As the reference reads them, but never a port or host that cannot be. */
    @ParameterizedTest
    @MethodSource("addresses")
    void readsWhatTheReferenceReads(JsonNode vector) throws WormholeException {
        String text = vector.get("arg").asText();
        JsonNode result = vector.get("result");
        boolean good = !result.isNull()
                && result.get(1).asLong() >= 1
                && result.get(1).asLong() <= 65_535
                && !result.get(0).asText().isEmpty();

        if (good) {
            assertThat(RelayAddresses.parse(text))
                    .isEqualTo(new RelayAddress.Tcp(
                            result.get(0).asText(),
                            result.get(1).asInt(),
                            result.get(2).asDouble()));
        } else {
            assertThatThrownBy(() -> RelayAddresses.parse(text))
                    .isInstanceOfSatisfying(
                            WormholeException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.USAGE));
        }
    }

    @Test
    void readsWebSocketUrls() throws WormholeException {
        assertThat(RelayAddresses.parse("wss://relay.example.com/v1"))
                .isInstanceOfSatisfying(
                        RelayAddress.WebSocket.class,
                        relay -> assertThat(relay.url()).hasToString("wss://relay.example.com/v1"));
    }
}
