package wormhole.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wormhole.engine.TransitPolicy;
import wormhole.engine.WaitLimits;
import wormhole.spi.ErrorCode;
import wormhole.spi.Role;
import wormhole.spi.SendRequest;
import wormhole.spi.WormholeException;

/** Two that allow no way in common say so at once, and do not wait for each other until their patience is over. */
class OpposedWaysTest extends Scene {
    @ParameterizedTest
    @CsvSource({"DIRECT, RELAY", "RELAY, DIRECT"})
    void areToldToBoth(TransitPolicy sender, TransitPolicy receiver) throws Exception {
        Running sending =
                send(servers.settings().withTransit(sender), WaitLimits.USUAL, SendRequest.ofPaths(file(100)));
        Running receiving = receive(servers.settings().withTransit(receiver), WaitLimits.USUAL);

        assertSaysWhy(sending.failsWith(ErrorCode.NO_PATH, ErrorCode.PEER_ERROR));
        assertSaysWhy(receiving.failsWith(ErrorCode.NO_PATH, ErrorCode.PEER_ERROR));
        assertUntouched();
        assertServerHoldsNothing();
    }

    private static void assertSaysWhy(WormholeException failure) {
        assertThat(failure.getMessage())
                .containsAnyOf(
                        "which allows none of what this side does", "no way to connect is allowed by both sides");
    }

    @Test
    void areNotSupposedOfAPeerWhoseAbilitiesAreUnknown() throws Exception {
        Running victim = receive();
        try (EvilPeer peer = peer();
                RawTransit transit = RawTransit.listen(peer, Role.SENDER)) {
            Map<String, Object> hint = Map.of("type", "direct-tcp-v1", "hostname", "127.0.0.1", "port", transit.port());
            peer.say(Map.of(
                    "transit", Map.of("abilities-v1", List.of(5, Map.of("name", "x")), "hints-v1", List.of(hint))));
            peer.offerFile("x.bin", 5);
            transit.connect().sendRecord("12345");

            victim.succeeds();
        }
        assertArrived("x.bin", "12345".getBytes(UTF_8));
    }
}
