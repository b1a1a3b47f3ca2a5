package wormhole.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import wormhole.engine.ClientSettings;
import wormhole.engine.TransitPolicy;
import wormhole.engine.WaitLimits;
import wormhole.engine.transit.RelayAddresses;
import wormhole.spi.RelayAddress;
import wormhole.spi.SendRequest;

/**
 * A bad line to the mailbox server and to the relay, for both sides. Every build tries lines that are tolerably bad; those of
 * {@code .ci/hard-times} are as bad as they get, which takes minutes.
 */
class BadLineTest extends Scene {
    private static final boolean WORST = Boolean.getBoolean("wormhole.hardTimes");

    private void assertArrivesOver(Line line, int size) throws Exception {
        RelayAddress.Tcp relay = (RelayAddress.Tcp) servers.settings().relays().get(0);
        try (FaultProxy mailbox = FaultProxy.slow(servers.mailbox().getPort(), line);
                FaultProxy transit = FaultProxy.slow(relay.port(), line)) {
            ClientSettings settings = servers.settings()
                    .withMailboxServer(URI.create("ws://127.0.0.1:" + mailbox.port() + "/v1"))
                    .withRelays(List.of(RelayAddresses.parse("tcp:127.0.0.1:" + transit.port())))
                    .withTransit(TransitPolicy.RELAY);
            Running sender = send(settings, WaitLimits.USUAL, SendRequest.ofPaths(file(size)));
            Running receiver = receive(settings, WaitLimits.USUAL);

            assertThat(receiver.outcome(Duration.ofMinutes(8))).isEmpty();
            assertThat(sender.outcome(Duration.ofMinutes(1))).isEmpty();
        }
        assertArrived("data.bin", content(size));
        assertServerHoldsNothing();
    }

    @Test
    @Timeout(600)
    void latencyDelaysButDoesNotPrevent() throws Exception {
        assertArrivesOver(new Line(Duration.ofMillis(WORST ? 2000 : 100), 0, 0), 100_000);
    }

    @Test
    @Timeout(600)
    void aLineOf32KilobitsIsEnough() throws Exception {
        assertArrivesOver(new Line(Duration.ZERO, 4_000, 0), WORST ? 200_000 : 3_000);
    }

    @Test
    @Timeout(600)
    void aTenthOfAllPacketsMayBeLost() throws Exception {
        assertArrivesOver(new Line(Duration.ofMillis(10), 0, 10), WORST ? 3_000_000 : 30_000);
    }
}
