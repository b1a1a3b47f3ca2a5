package wormhole.plugin.server.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TransitRelayTest {
    private static final String TOKEN = "0123456789abcdef".repeat(4);
    private static final String OTHER_TOKEN = "f".repeat(64);
    private static final String SIDE_A = "a".repeat(16);
    private static final String SIDE_B = "b".repeat(16);

    private long now;
    private final List<String> moods = new ArrayList<>();
    private final List<RelayUsage> usages = new ArrayList<>();
    private final TransitRelay relay = new TransitRelay(() -> now, new RelayWatcher() {
        @Override
        public void has(int connections, int waiting) {}

        @Override
        public void carried(int bytes) {}

        @Override
        public void ended(String mood) {
            moods.add(mood);
        }

        @Override
        public void used(RelayUsage usage) {
            usages.add(usage);
        }
    });

    /** One connected client and its wire. */
    private final class Peer {
        final FakeWire wire = new FakeWire();
        final RelayClient client = relay.connect(wire);

        Peer asks(String token, String side) {
            client.requested("please relay " + token + (side.isEmpty() ? "" : " for side " + side));
            return this;
        }

        void sends(String text) {
            client.received(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
        }
    }

    @Test
    void countsHowConnectionsEndLikeTheReference() {
        new Peer().client.lost();
        new Peer().client.requested("nonsense");
        new Peer().asks(TOKEN, SIDE_A).client.lost();
        Peer redundant = new Peer().asks(TOKEN, SIDE_A);
        Peer a = new Peer().asks(TOKEN, SIDE_A);
        Peer b = new Peer().asks(TOKEN, SIDE_B);
        redundant.client.lost();
        b.client.lost();
        a.client.lost();

        assertThat(moods)
                .hasSize(6)
                .containsExactlyInAnyOrder("empty", "errory", "lonely", "redundant", "happy", "jilted");
    }

    @Test
    void tellsOnceHowAPairUsedIt() {
        Peer a = new Peer().asks(TOKEN, SIDE_A);
        now = Duration.ofSeconds(3).toNanos();
        Peer b = new Peer().asks(TOKEN, SIDE_B);
        a.sends("hello");
        b.sends("hi");
        now = Duration.ofSeconds(10).toNanos();
        b.client.lost();
        a.client.lost();

        assertThat(usages)
                .containsExactly(
                        new RelayUsage(Optional.of(Duration.ofSeconds(3)), Duration.ofSeconds(10), 7, "happy"));
    }

    @Test
    void tellsHowLongSomebodyWaitedInVain() {
        Peer a = new Peer().asks(TOKEN, SIDE_A);
        now = Duration.ofSeconds(4).toNanos();
        a.client.lost();

        assertThat(usages).containsExactly(new RelayUsage(Optional.empty(), Duration.ofSeconds(4), 0, "lonely"));
    }

    @Test
    void joinsTwoSidesWithTheSameToken() {
        Peer a = new Peer().asks(TOKEN, SIDE_A);
        assertThat(a.wire.written()).isEmpty();

        Peer b = new Peer().asks(TOKEN, SIDE_B);

        assertThat(a.wire.written()).isEqualTo("ok\n");
        assertThat(b.wire.written()).isEqualTo("ok\n");
    }

    @Test
    void joinsOldClientsWithEverybody() {
        Peer old = new Peer().asks(TOKEN, "");
        Peer anotherOld = new Peer().asks(TOKEN, "");
        assertThat(old.wire.written() + anotherOld.wire.written()).isEqualTo("ok\nok\n");

        Peer sided = new Peer().asks(TOKEN, SIDE_A);
        Peer yetAnotherOld = new Peer().asks(TOKEN, "");
        assertThat(sided.wire.written() + yetAnotherOld.wire.written()).isEqualTo("ok\nok\n");
    }

    @Test
    void joinsNeitherOneSideWithItselfNorDifferentTokens() {
        Peer a = new Peer().asks(TOKEN, SIDE_A);
        Peer again = new Peer().asks(TOKEN, SIDE_A);
        Peer stranger = new Peer().asks(OTHER_TOKEN, SIDE_B);

        assertThat(a.wire.written() + again.wire.written() + stranger.wire.written())
                .isEmpty();
    }

    @Test
    void closesSpareConnectionsOfASideOnceItIsJoined() {
        Peer first = new Peer().asks(TOKEN, SIDE_A);
        Peer spare = new Peer().asks(TOKEN, SIDE_A);

        new Peer().asks(TOKEN, SIDE_B);

        assertThat(first.wire.written()).isEqualTo("ok\n");
        assertThat(spare.wire.written()).isEmpty();
        assertThat(spare.wire.closed).isTrue();
    }

    @Test
    void letsAThirdConnectionWaitForItsOwnPartner() {
        new Peer().asks(TOKEN, SIDE_A);
        new Peer().asks(TOKEN, SIDE_B);

        Peer third = new Peer().asks(TOKEN, "c".repeat(16));

        assertThat(third.wire.written()).isEmpty();
        assertThat(third.wire.closed).isFalse();
    }

    @Test
    void doesNotJoinWithSomebodyWhoLeft() {
        Peer a = new Peer().asks(TOKEN, SIDE_A);
        a.client.lost();

        Peer b = new Peer().asks(TOKEN, SIDE_B);

        assertThat(b.wire.written()).isEmpty();
    }

    @Test
    void passesBytesBothWays() {
        Peer a = new Peer().asks(TOKEN, SIDE_A);
        Peer b = new Peer().asks(TOKEN, SIDE_B);

        a.sends("ping");
        b.sends("pong");

        assertThat(b.wire.written()).isEqualTo("ok\nping");
        assertThat(a.wire.written()).isEqualTo("ok\npong");
    }

    @Test
    void readsNoMoreThanThePartnerTakes() {
        Peer a = new Peer().asks(TOKEN, SIDE_A);
        Peer b = new Peer().asks(TOKEN, SIDE_B);
        b.wire.hasRoom = false;

        a.sends("data");
        assertThat(a.wire.reading).isFalse();
        assertThat(b.wire.reading).isTrue();

        b.client.drained();
        assertThat(a.wire.reading).isTrue();
    }

    @Test
    void refusesAnythingButAGoodRequest() {
        Peer peer = new Peer();
        peer.client.requested("GET / HTTP/1.1\r");

        assertThat(peer.wire.written()).isEqualTo("bad handshake\n");
        assertThat(peer.wire.closed).isTrue();
    }

    @Test
    void refusesDataBeforeThePartnerIsThere() {
        Peer hasty = new Peer().asks(TOKEN, SIDE_A);
        hasty.sends("NOW");

        assertThat(hasty.wire.written()).isEqualTo("impatient\n");
        assertThat(hasty.wire.closed).isTrue();
        assertThat(new Peer().asks(TOKEN, SIDE_B).wire.written()).isEmpty();
    }

    @Test
    void passesOnThatOneEndHasFinished() {
        Peer a = new Peer().asks(TOKEN, SIDE_A);
        Peer b = new Peer().asks(TOKEN, SIDE_B);
        a.sends("all");
        a.client.ended();
        assertThat(b.wire.finished).isTrue();
        assertThat(b.wire.closed).isFalse();

        b.sends("thanks");
        b.client.ended();

        assertThat(a.wire.written()).isEqualTo("ok\nthanks");
        assertThat(a.wire.closed).isTrue();
        assertThat(b.wire.closed).isTrue();
    }

    @Test
    void closesTheOtherEndWhenOneIsLost() {
        Peer a = new Peer().asks(TOKEN, SIDE_A);
        Peer b = new Peer().asks(TOKEN, SIDE_B);

        a.client.lost();

        assertThat(b.wire.closed).isTrue();
        b.sends("too late");
        assertThat(a.wire.written()).isEqualTo("ok\n");
    }

    @Test
    void waitsAMinuteForARequestAndTenForAPartner() {
        Peer silent = new Peer();
        Peer waiting = new Peer().asks(TOKEN, SIDE_A);
        pass(Duration.ofSeconds(60));
        assertThat(silent.wire.closed).isFalse();

        pass(Duration.ofSeconds(1));
        assertThat(silent.wire.closed).isTrue();
        assertThat(waiting.wire.closed).isFalse();

        pass(Duration.ofMinutes(9));
        assertThat(waiting.wire.closed).isTrue();
        assertThat(new Peer().asks(TOKEN, SIDE_B).wire.written()).isEmpty();
    }

    @Test
    void keepsAnIdlePairForEver() {
        Peer a = new Peer().asks(TOKEN, SIDE_A);
        Peer b = new Peer().asks(TOKEN, SIDE_B);

        pass(Duration.ofDays(30));

        assertThat(a.wire.closed).isFalse();
        assertThat(b.wire.closed).isFalse();
    }

    @Test
    void endsAHalfFinishedPairAfterAMinuteOfSilence() {
        Peer a = new Peer().asks(TOKEN, SIDE_A);
        Peer b = new Peer().asks(TOKEN, SIDE_B);
        pass(Duration.ofMinutes(5));
        a.sends("all");
        a.client.ended();
        pass(Duration.ofSeconds(50));
        b.sends("more");
        pass(Duration.ofSeconds(50));
        assertThat(b.wire.closed).isFalse();

        pass(Duration.ofSeconds(50));

        assertThat(a.wire.closed).isTrue();
        assertThat(b.wire.closed).isTrue();
    }

    @Test
    void givesASlowReaderTenMinutesToTakeTheRest() {
        Peer a = new Peer().asks(TOKEN, SIDE_A);
        Peer slow = new Peer().asks(TOKEN, SIDE_B);
        slow.wire.hasRoom = false;
        a.sends("all");
        a.client.ended();
        pass(Duration.ofMinutes(10));
        assertThat(slow.wire.closed).isFalse();

        pass(Duration.ofSeconds(1));

        assertThat(slow.wire.closed).isTrue();
    }

    @Test
    void turnsAwayTheThirtyThirdConnectionWithOneToken() {
        for (int i = 0; i < 32; i++) {
            assertThat(new Peer().asks(TOKEN, SIDE_A).wire.closed).isFalse();
        }

        assertThat(new Peer().asks(TOKEN, SIDE_A).wire.closed).isTrue();
    }

    private void pass(Duration time) {
        now += time.toNanos();
        relay.checkTimes();
    }
}
