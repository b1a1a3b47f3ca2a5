package wormhole.plugin.server.mailbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Makes mailbox servers whose clock and randomness a test rules. */
final class TestServer {
    static final Limits SMALL = new Limits(5, 10_000, 15_000, 4);

    private static final Limits NORMAL = Limits.forMemory(1L << 30);

    final TestClock clock = new TestClock();
    private static final WelcomeText NO_WORDS = new WelcomeText(Optional.empty(), Optional.empty(), Optional.empty());

    final List<UsageRecord> usage = new ArrayList<>();
    final MemoryStore store = new MemoryStore();
    final MailboxServer mailboxes;

    TestServer() {
        this(NORMAL, true);
    }

    TestServer(Limits limits) {
        this(limits, true);
    }

    TestServer(Limits limits, boolean listAllowed) {
        this(new Rules(NO_WORDS, listAllowed, limits, PermissionPolicy.NONE));
    }

    TestServer(Rules rules) {
        mailboxes = new MailboxServer(
                rules, store, Turns.atOnce(), usage::add, clock, RandomGenerator.of("L64X128MixRandom"));
    }

    static Rules rules(Limits limits) {
        return new Rules(NO_WORDS, true, limits, PermissionPolicy.NONE);
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
