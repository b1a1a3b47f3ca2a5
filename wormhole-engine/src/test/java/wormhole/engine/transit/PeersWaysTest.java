package wormhole.engine.transit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wormhole.spi.ErrorCode;
import wormhole.spi.PeerValue;
import wormhole.spi.TransitContext;
import wormhole.spi.TransitMethod;
import wormhole.spi.TransitSession;
import wormhole.spi.WormholeException;

class PeersWaysTest {
    private static final TransitMethod DIRECT = new Named("direct-tcp-v1");
    private static final TransitMethod RELAY = new Named("relay-v1");

    /** A method that is never opened. */
    private record Named(String type) implements TransitMethod {
        @Override
        public TransitSession open(TransitContext context) {
            throw new UnsupportedOperationException();
        }
    }

    private static PeersWays read(Object abilities, Object hints) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("abilities-v1", abilities);
        message.put("hints-v1", hints);
        return PeersWays.read(PeerValue.of(message, "transit"));
    }

    private static List<Map<String, ?>> types(String... types) {
        return Stream.of(types)
                .<Map<String, ?>>map(type -> Map.of("type", type))
                .toList();
    }

    @Test
    void hintsAreKeptByTypeAndBrokenOnesSkipped() {
        Map<String, ?> first = Map.of("type", "direct-tcp-v1", "hostname", "a");
        Map<String, ?> second = Map.of("type", "direct-tcp-v1", "hostname", "b");
        PeersWays ways = read(
                List.of(),
                List.of(first, "text", Map.of("hostname", "c"), Map.of("type", 3), second, Map.of("type", "x")));

        assertThat(ways.hints("direct-tcp-v1")).hasSize(2);
        assertThat(ways.hints("x")).hasSize(1);
        assertThat(ways.hints("y")).isEmpty();
    }

    @Test
    void ofTooManyHintsTheFirstCount() {
        List<Map<String, ?>> many = IntStream.range(0, 150)
                .<Map<String, ?>>mapToObj(number -> Map.of("type", "direct-tcp-v1", "port", number))
                .toList();

        assertThat(read(List.of(), many).hints("direct-tcp-v1")).hasSize(100);
    }

    /** Nothing in common can be known only if the peer says all that it can. */
    static Stream<PeersWays> mayMeetDirectly() {
        return Stream.of(
                read(types("direct-tcp-v1"), List.of()),
                read(types("relay-v1", "direct-tcp-v1"), List.of()),
                read(List.of(), List.of()),
                read("nonsense", "nonsense"),
                read(List.of("nonsense", Map.of("type", 1)), List.of()),
                read(Collections.nCopies(150, Map.of("type", "relay-v1")), List.of()),
                PeersWays.read(PeerValue.of("nonsense", "transit")));
    }

    @ParameterizedTest
    @MethodSource
    void mayMeetDirectly(PeersWays peer) {
        assertThatCode(() -> peer.checkMeet(List.of(DIRECT), List.of())).doesNotThrowAnyException();
    }

    @Test
    void whoHasNoWayInCommonIsToldWhichAreAllowedHereAndWhichFailed() {
        PeersWays peer = read(types("relay-v1"), List.of());

        WormholeException failure = catchThrowableOfType(
                WormholeException.class,
                () -> peer.checkMeet(List.of(DIRECT), List.of("relay-v1 could not be made ready: no address")));

        assertThat(failure.code()).isEqualTo(ErrorCode.NO_PATH);
        assertThat(failure)
                .hasMessageContaining("direct-tcp-v1")
                .hasMessageContaining("relay-v1 could not be made ready: no address");
    }

    @Test
    void oneWayInCommonIsEnough() {
        assertThatCode(() -> read(types("relay-v1"), List.of()).checkMeet(List.of(DIRECT, RELAY), List.of()))
                .doesNotThrowAnyException();
    }
}
