package wormhole.hostile;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import wormhole.engine.ClientSettings;
import wormhole.engine.TransitPolicy;
import wormhole.engine.transit.RelayAddresses;
import wormhole.spi.RelayAddress;
import wormhole.spi.Role;

/** The way leads through a relay, and the connection of either of the two to it has the fault. */
class RelayFaultTest extends PathFaultTest {
    private static final long REQUEST =
            ("please relay " + "0".repeat(64) + " for side " + "0".repeat(16) + "\n").length();
    private static final long ANSWER = "ok\n".length();

    @Override
    Transfer transfer(Spot spot) throws Exception {
        RelayAddress.Tcp relay = (RelayAddress.Tcp) servers.settings().relays().get(0);
        Meeting meeting = new Meeting();
        try (FaultProxy proxy = FaultProxy.to(
                relay.port(),
                connection -> meeting.isOf(spot.dials(), connection) ? Optional.of(fault(spot)) : Optional.empty())) {
            ClientSettings relayed = servers.settings()
                    .withTransit(TransitPolicy.RELAY)
                    .withRelays(List.of(RelayAddresses.parse("tcp:127.0.0.1:" + proxy.port())));
            return ended(sendFile(relayed), receive(relayed), proxy::hasStruck);
        }
    }

    private static Fault fault(Spot spot) {
        return spot.after(spot.direction() == Fault.Direction.FROM_CLIENT ? REQUEST : ANSWER);
    }

    /** Lets no handshake pass before both have begun theirs, since only that tells whose a connection is. */
    private static final class Meeting {
        private static final long PATIENCE_SECONDS = 10;

        private final Set<Role> known = EnumSet.noneOf(Role.class);
        private final CountDownLatch both = new CountDownLatch(2);

        boolean isOf(Role wanted, FaultProxy.Connection connection) {
            Optional<Role> role = Stream.of(Role.values())
                    .filter(each -> connection
                            .opening()
                            .contains("transit " + each.name().toLowerCase(Locale.ROOT)))
                    .findFirst();
            role.ifPresent(this::await);
            return role.filter(wanted::equals).isPresent();
        }

        private void await(Role role) {
            meet(role);
            try {
                both.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private synchronized void meet(Role role) {
            if (known.add(role)) {
                both.countDown();
            }
        }
    }
}
