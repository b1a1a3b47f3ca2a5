package wormhole.plugin.server.mailbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * A mailbox server without its sockets. Thread-safe: everything it holds is touched in turns only, and replies are handed to the
 * connections in the order in which they were decided.
 */
public final class MailboxServer {
    /** The longest frame that is read. Messages hold a few kilobytes, text messages sometimes more. */
    public static final int MAX_FRAME_BYTES = 4 << 20;
    /** How often {@link #prune} is meant to be called. */
    public static final Duration PRUNE_INTERVAL = Duration.ofMinutes(5);
    /** A client may be away this long before its mailbox is forgotten, give or take one interval. */
    private static final Duration IDLE_MAILBOX_AGE = Duration.ofMinutes(11);
    /** Every client binds right after the welcome. */
    private static final Duration BIND_WITHIN = Duration.ofMinutes(1);

    private final Rules rules;
    private final ChannelStore store;
    private final Turns turns;
    private final Usage usage;
    private final Clock clock;
    private final RandomGenerator random;
    private final Map<String, App> apps = new HashMap<>();
    private final Set<ClientSession> unbound = new LinkedHashSet<>();
    private int clients;

    /**
     * Makes a server without clients.
     *
     * @param usageListener hears, on the connections' thread, how each nameplate and mailbox was used
     */
    public MailboxServer(
            Rules rules,
            ChannelStore store,
            Turns turns,
            Consumer<UsageRecord> usageListener,
            Clock clock,
            RandomGenerator random) {
        this.rules = rules;
        this.store = store;
        this.turns = turns;
        this.usage = new Usage(turns, usageListener);
        this.clock = clock;
        this.random = random;
    }

    /** Welcomes a client. Whatever happens on its connection is told to the session that this returns. */
    public ClientSession connect(ClientConnection connection, ClientAddress address) {
        ClientSession session = new ClientSession(this, connection, clock);
        session.begin(() -> {
            unbound.add(session);
            session.welcome(rules.welcome().fields(address), rules.permission().challenge(clients++, random));
        });
        return session;
    }

    /** Forgets mailboxes that were not used for a while. */
    public void prune() {
        turns.take(() -> {
            Instant now = clock.instant();
            for (String appId : List.copyOf(store.appIds())) {
                app(appId).mailboxes().prune(now, now.minus(IDLE_MAILBOX_AGE));
            }
            apps.values().removeIf(App::isUnused);
        });
    }

    /** Drops connections that have said nothing useful for too long. */
    public void dropUnbound() {
        turns.take(() -> {
            Instant latest = clock.instant().minus(BIND_WITHIN);
            for (ClientSession session : new ArrayList<>(unbound)) {
                if (!session.connected().isAfter(latest)) {
                    unbound.remove(session);
                    session.drop();
                }
            }
        });
    }

    /** Another server that shares the store did something to a mailbox. */
    public void changed(String appId, String mailboxId) {
        turns.take(() -> {
            App app = apps.get(appId);
            if (app != null) {
                app.mailboxes().changed(mailboxId);
            }
        });
    }

    /** Other servers may have done something to any mailbox. */
    public void mayHaveChanged() {
        turns.take(() -> apps.values().forEach(app -> app.mailboxes().mayHaveChanged()));
    }

    /** What {@link #count} counts. */
    public interface Counts {
        void are(int mailboxes, long messageBytes, int clients);
    }

    /** Tells, on the connections' thread, how much there is. It also shows whether the store works. */
    public void count(Counts counts) {
        turns.take(() -> {
            int mailboxes = store.mailboxCount();
            long bytes = store.messageBytes();
            int connected = clients;
            turns.afterwards(() -> counts.are(mailboxes, bytes, connected));
        });
    }

    Turns turns() {
        return turns;
    }

    App app(String appId) {
        return apps.computeIfAbsent(appId, id -> new App(id, store, rules.limits(), usage, random));
    }

    boolean listAllowed() {
        return rules.listAllowed();
    }

    /** The session is bound or gone. */
    void noLongerUnbound(ClientSession session) {
        unbound.remove(session);
    }

    void left(ClientSession session) {
        unbound.remove(session);
        clients--;
    }
}
