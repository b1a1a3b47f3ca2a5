package wormhole.plugin.transitrelay;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wormhole.spi.PeerValue;
import wormhole.spi.RelayAddress;

class RelayHintTest {
    private static List<RelayAddress> read(Object ways) {
        return RelayHint.read(PeerValue.of(Map.of("type", "relay-v1", "hints", ways), "hint"))
                .toList();
    }

    static Stream<RelayAddress> relays() {
        return Stream.of(
                new RelayAddress.Tcp("relay.example", 4001, 0),
                new RelayAddress.Tcp("2001:db8::1", 4001, 1.5),
                new RelayAddress.WebSocket(URI.create("wss://relay.example/path"), 2));
    }

    @ParameterizedTest
    @MethodSource("relays")
    void whatOneSideTellsTheOtherUnderstands(RelayAddress relay) {
        assertThat(RelayHint.read(PeerValue.of(RelayHint.describe(relay), "hint")))
                .containsExactly(relay);
    }

    @Test
    void takesTheOtherNameOfWebSockets() {
        assertThat(read(List.of(Map.of("type", "websocket", "url", "ws://relay.example:8080"))))
                .containsExactly(new RelayAddress.WebSocket(URI.create("ws://relay.example:8080"), 0));
    }

    static Stream<Object> broken() {
        return Stream.of(
                "text",
                List.of("text"),
                List.of(Map.of()),
                List.of(Map.of("type", "tor-tcp-v1", "hostname", "x.onion", "port", 1)),
                List.of(Map.of("type", "direct-tcp-v1", "hostname", "relay", "port", 0)),
                List.of(Map.of("type", "direct-tcp-v1", "hostname", "bad\nname", "port", 1)),
                List.of(Map.of("type", "websocket-v1", "url", "http://relay")),
                List.of(Map.of("type", "websocket-v1", "url", "ws:relay")),
                List.of(Map.of("type", "websocket-v1", "url", "ws://[")),
                List.of(Map.of("type", "websocket-v1", "url", 7)));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void leavesOutWhatIsBroken(Object ways) {
        assertThat(read(ways)).isEmpty();
    }

    @Test
    void looksAtSoManyOnly() {
        assertThat(read(Collections.nCopies(10_000, Map.of("type", "direct-tcp-v1", "hostname", "relay", "port", 1))))
                .hasSize(32);
    }
}
