package wormhole.engine.transit;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import wormhole.engine.crypto.TransitKey;
import wormhole.engine.testing.ChannelPair;
import wormhole.spi.Candidate;
import wormhole.spi.ErrorCode;
import wormhole.spi.Link;
import wormhole.spi.Role;
import wormhole.spi.WormholeException;

class RaceTest {
    private static final TransitKey KEY = TransitKey.of(new byte[32]);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ManualTimer timer = new ManualTimer();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    private Race race(Role role, boolean listening) {
        return new Race(role, new Handshake(KEY, role), threads, timer, TransitLimits.USUAL, listening);
    }

    private static Link link(SocketChannel channel, String name) {
        return new Link(channel, name, false);
    }

    /** A candidate whose connection is there as soon as it may be. */
    private record Ready(String description, double priority, Link link, CountDownLatch allowed) implements Candidate {
        static Ready at(String name, SocketChannel channel) {
            return new Ready(name, 0, RaceTest.link(channel, name), new CountDownLatch(0));
        }

        @Override
        public Link connect() throws IOException {
            try {
                allowed.await();
            } catch (InterruptedException e) {
                throw new IOException("interrupted", e);
            }
            return link;
        }
    }

    private record Refusing(String description, double priority) implements Candidate {
        @Override
        public Link connect() throws IOException {
            throw new IOException("refused");
        }
    }

    private Future<Link> await(Race race) {
        return threads.submit(race::await);
    }

    private static WormholeException failureOf(Race race) {
        try {
            throw new AssertionError("won by " + race.await());
        } catch (WormholeException e) {
            return e;
        }
    }

    @Test
    void senderAndReceiverAgreeOnOneConnection() throws Exception {
        ChannelPair one = ChannelPair.open();
        ChannelPair other = ChannelPair.open();
        Race sender = race(Role.SENDER, false);
        Race receiver = race(Role.RECEIVER, false);

        sender.start(List.of(Ready.at("one", one.left()), Ready.at("other", other.left())), List.of());
        receiver.start(List.of(Ready.at("one", one.right()), Ready.at("other", other.right())), List.of());
        Link sent = await(sender).get();
        Link received = await(receiver).get();

        assertThat(received.description()).isEqualTo(sent.description());
        sent.channel().write(ByteBuffer.wrap(new byte[] {42}));
        ByteBuffer first = ByteBuffer.allocate(1);
        received.channel().read(first);
        assertThat(first.get(0)).isEqualTo((byte) 42);
        ChannelPair loser = sent.description().equals("one") ? other : one;
        assertThat(loser.left().isOpen()).isFalse();
    }

    @Test
    void aConnectionThatComesInBeforeTheRaceBeginsCanWin() throws Exception {
        Race sender = wonBeforeItBegins();

        assertThat(sender.await().description()).isEqualTo("came in");
    }

    /** A sender's, to which the receiver has come already. */
    private Race wonBeforeItBegins() throws Exception {
        ChannelPair pair = ChannelPair.open();
        Race sender = race(Role.SENDER, true);
        Race receiver = race(Role.RECEIVER, false);
        sender.incoming(link(pair.left(), "came in"));
        receiver.start(List.of(Ready.at("dialled", pair.right())), List.of());
        assertThat(await(receiver).get().description()).isEqualTo("dialled");
        return sender;
    }

    @Test
    void relaysWaitForDirectPathsThatAreStillTried() throws Exception {
        ChannelPair relay = ChannelPair.open();
        Race sender = race(Role.SENDER, false);
        Race receiver = race(Role.RECEIVER, false);
        CountDownLatch never = new CountDownLatch(1);
        Ready stuck = new Ready("stuck", 0, link(ChannelPair.open().left(), "stuck"), never);
        CountDownLatch relayDialled = new CountDownLatch(1);
        Candidate relayCandidate = new Candidate() {
            @Override
            public String description() {
                return "relay";
            }

            @Override
            public double priority() {
                return 0;
            }

            @Override
            public Link connect() {
                relayDialled.countDown();
                return link(relay.left(), "relay");
            }
        };

        sender.start(List.of(stuck), List.of(relayCandidate));
        receiver.start(List.of(Ready.at("relay", relay.right())), List.of());
        timer.pass(Duration.ofMillis(1999));
        assertThat(relayDialled.getCount()).isEqualTo(1);
        timer.pass(Duration.ofMillis(1));

        assertThat(sender.await().description()).isEqualTo("relay");
    }

    @Test
    void relaysAreTriedAtOnceWhenNoDirectPathIsLeft() throws Exception {
        ChannelPair relay = ChannelPair.open();
        Race sender = race(Role.SENDER, true);
        Race receiver = race(Role.RECEIVER, true);

        sender.start(List.of(new Refusing("refusing", 0)), List.of(Ready.at("relay", relay.left())));
        receiver.start(List.of(), List.of(Ready.at("relay", relay.right())));

        assertThat(sender.await().description()).isEqualTo("relay");
        assertThat(receiver.await().description()).isEqualTo("relay");
    }

    @Test
    void failsAtOnceWhenNobodyCanComeAndNothingIsLeft() {
        Race race = race(Role.SENDER, false);

        race.start(List.of(new Refusing("10.1.2.3:4", 0)), List.of(new Refusing("relay", 0)));

        WormholeException failure = failureOf(race);
        assertThat(failure.code()).isEqualTo(ErrorCode.NO_PATH);
        assertThat(failure).hasMessageContaining("10.1.2.3:4: refused").hasMessageContaining("relay: refused");
    }

    @Test
    void aConnectionThatHasWonBeforeTheRaceBeginsNeedsNoRelay() throws Exception {
        Race sender = wonBeforeItBegins();
        assertThat(sender.await().description()).isEqualTo("came in");

        sender.start(List.of(), List.of(new Refusing("relay", 0)));

        assertThat(sender.reasons()).isEmpty();
    }

    @Test
    void aPeerThatGaveUpBeforeTheRaceBeginsIsNotLookedFor() {
        Race race = race(Role.SENDER, true);
        race.giveUp(new WormholeException(ErrorCode.PEER_ERROR, "gone"));

        race.start(List.of(), List.of(new Refusing("relay", 0)));

        assertThat(failureOf(race).code()).isEqualTo(ErrorCode.PEER_ERROR);
        assertThat(race.reasons()).isEmpty();
    }

    @Test
    void aListenerWaitsUntilTheLimit() {
        Race race = race(Role.SENDER, true);

        race.start(List.of(), List.of());
        timer.pass(Duration.ofMinutes(2));

        assertThat(failureOf(race).code()).isEqualTo(ErrorCode.TIMEOUT);
    }

    @Test
    void aStrangerIsSentAwayAtItsFirstWrongByteAndThePeerStillWins() throws Exception {
        Race sender = race(Role.SENDER, true);
        Race receiver = race(Role.RECEIVER, false);
        sender.start(List.of(), List.of());
        ChannelPair stranger = ChannelPair.open();
        ChannelPair peer = ChannelPair.open();

        sender.incoming(link(stranger.left(), "stranger"));
        stranger.right().write(ByteBuffer.wrap("GET / HTTP/1.1\r\n".getBytes(US_ASCII)));
        receiver.start(List.of(Ready.at("peer", peer.right())), List.of());
        sender.incoming(link(peer.left(), "peer"));

        assertThat(sender.await().description()).isEqualTo("peer");
        // All that the stranger ever hears is our half of the handshake.
        ByteBuffer heard = ByteBuffer.allocate(1000);
        while (readSome(stranger.right(), heard)) {}
        assertThat(heard.position()).isLessThanOrEqualTo(KEY.handshake(Role.SENDER).length);
    }

    private static boolean readSome(SocketChannel channel, ByteBuffer into) {
        try {
            return channel.read(into) >= 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void aThousandSilentStrangersDoNotKeepThePeerAway() throws Exception {
        Race sender = race(Role.SENDER, true);
        Race receiver = race(Role.RECEIVER, false);
        sender.start(List.of(), List.of());
        for (int i = 0; i < 1000; i++) {
            sender.incoming(link(ChannelPair.open().left(), "stranger"));
        }
        ChannelPair peer = ChannelPair.open();
        sender.incoming(link(peer.left(), "peer"));
        receiver.start(List.of(Ready.at("peer", peer.right())), List.of());

        assertThat(sender.await().description()).isEqualTo("peer");
    }

    @Test
    void aConnectionThatSaysNothingIsClosedAtTheLimit() throws Exception {
        Race sender = race(Role.SENDER, true);
        sender.start(List.of(), List.of());
        ChannelPair silent = ChannelPair.open();
        sender.incoming(link(silent.left(), "silent"));
        ByteBuffer line = ByteBuffer.allocate(KEY.handshake(Role.SENDER).length);
        while (line.hasRemaining()) {
            silent.right().read(line);
        }

        timer.pass(Duration.ofMinutes(1));

        assertThat(silent.right().read(ByteBuffer.allocate(1))).isEqualTo(-1);
    }

    @Test
    void closingEndsEverything() throws Exception {
        Race race = race(Role.RECEIVER, true);
        ChannelPair pair = ChannelPair.open();
        race.start(List.of(), List.of());
        race.close();

        race.incoming(link(pair.left(), "late"));

        assertThat(pair.left().isOpen()).isFalse();
        assertThatThrownBy(race::await).isInstanceOf(WormholeException.class);
    }
}
