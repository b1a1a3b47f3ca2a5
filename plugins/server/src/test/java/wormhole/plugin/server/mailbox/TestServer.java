package wormhole.plugin.server.mailbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Makes mailbox servers whose clock and randomness a test rules. */
final class TestServer {
    static final Limits SMALL = new Limits(5, 10_000, 15_000, 4);

    private static final Limits NORMAL = Limits.forMemory(1L << 30);

    final TestClock clock = new TestClock();
    final MemoryStore store = new MemoryStore();
    final MailboxServer mailboxes;

    TestServer() {
        this(NORMAL, true);
    }

    TestServer(Limits limits) {
        this(limits, true);
    }

    TestServer(Limits limits, boolean listAllowed) {
        WelcomeText welcome = new WelcomeText(Optional.empty(), Optional.empty(), Optional.empty());
        mailboxes = new MailboxServer(
                welcome, listAllowed, store, Turns.atOnce(), limits, clock, RandomGenerator.of("L64X128MixRandom"));
    }

    FakeClient bound(String side) {
        return FakeClient.bound(mailboxes, side);
    }

    /** A clock that stands still until it is told. */
    static final class TestClock extends Clock {
        private Instant now = Instant.parse("2026-01-02T03:04:05.250Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
