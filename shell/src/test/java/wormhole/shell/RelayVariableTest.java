package wormhole.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RelayVariableTest {
    @Test
    void aMailboxServerStaysWhereItIs() {
        Map<String, String> environment = Map.of("WORMHOLE_RELAY_URL", "ws://localhost:4000/v1");

        assertThat(RelayVariable.sorted(environment)).isEqualTo(environment);
    }

    @Test
    void aTcpAddressBecomesTheTransitRelay() {
        assertThat(RelayVariable.sorted(Map.of("WORMHOLE_RELAY_URL", "tcp://localhost:4001", "HOME", "/home/me")))
                .isEqualTo(Map.of("WORMHOLE_TRANSIT_HELPER", "tcp://localhost:4001", "HOME", "/home/me"));
    }

    @Test
    void aTransitRelayUnderItsOwnNameWins() {
        assertThat(RelayVariable.sorted(Map.of("WORMHOLE_RELAY_URL", "tcp:a:1", "WORMHOLE_TRANSIT_HELPER", "tcp:b:2")))
                .isEqualTo(Map.of("WORMHOLE_TRANSIT_HELPER", "tcp:b:2"));
    }

    @Test
    void anEmptyVariableIsNone() {
        assertThat(RelayVariable.sorted(Map.of("WORMHOLE_RELAY_URL", ""))).isEmpty();
    }
}
