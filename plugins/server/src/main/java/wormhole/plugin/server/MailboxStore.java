package wormhole.plugin.server;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import wormhole.plugin.server.database.DatabaseStore;
import wormhole.plugin.server.database.MailboxListener;
import wormhole.plugin.server.database.PostgresDatabase;
import wormhole.plugin.server.mailbox.ChannelStore;
import wormhole.plugin.server.mailbox.CommitTurns;
import wormhole.plugin.server.mailbox.MailboxServer;
import wormhole.plugin.server.mailbox.MemoryStore;
import wormhole.plugin.server.mailbox.Turns;
import wormhole.spi.ErrorCode;
import wormhole.spi.OptionValues;
import wormhole.spi.WormholeException;

/**
 * Where the mailbox server keeps things.
 *
 * @param channels the store
 * @param turns how it is used
 * @param inMemory whether it takes memory rather than space on a disk
 * @param watching tells a server what others do that share the store
 * @param closing what has to be done at the end
 */
record MailboxStore(
        ChannelStore channels, Turns turns, boolean inMemory, Consumer<MailboxServer> watching, Runnable closing) {
    private static final String MEMORY = ":memory:";
    private static final String POSTGRES = "jdbc:postgresql:";
    private static final String SQLITE = "jdbc:sqlite:";

    /** Opens what {@code --database} names. */
    static MailboxStore open(OptionValues options, Executor network, Consumer<RuntimeException> onFailure)
            throws WormholeException {
        Optional<String> place = options.text(ServerOptions.DATABASE.key());
        if (place.isEmpty()) {
            return open(byDefault(options, System.getenv()), options, network, onFailure);
        }
        return open(place.get(), options, network, onFailure);
    }

    private static MailboxStore open(
            String place, OptionValues options, Executor network, Consumer<RuntimeException> onFailure)
            throws WormholeException {
        if (place.equals(MEMORY) || place.equals(SQLITE + MEMORY)) {
            return new MailboxStore(new MemoryStore(), Turns.atOnce(), true, server -> {}, () -> {});
        }
        if (place.startsWith(POSTGRES)) {
            return shared(PostgresDatabase.open(place), network, onFailure);
        }
        if (place.startsWith("jdbc:") && !place.startsWith(SQLITE)) {
            throw new WormholeException(ErrorCode.USAGE, "no database of this kind is known: " + scheme(place))
                    .withHint("Give --database a file, :memory:, or jdbc:postgresql://HOST/NAME.");
        }
        String name = place.startsWith(SQLITE) ? place.substring(SQLITE.length()) : place;
        DatabaseStore store = DatabaseStore.file(file(name, options));
        CommitTurns turns = CommitTurns.start(store, network, onFailure);
        return new MailboxStore(store, turns, false, server -> {}, () -> {
            turns.close();
            store.close();
        });
    }

    private static MailboxStore shared(
            PostgresDatabase database, Executor network, Consumer<RuntimeException> onFailure) {
        DatabaseStore store = database.store();
        Deque<PostgresDatabase.Watch> watches = new ConcurrentLinkedDeque<>();
        // What failed may have been to look at what another server told.
        Consumer<RuntimeException> onTrouble = failure -> watches.forEach(PostgresDatabase.Watch::lookAgain);
        CommitTurns turns = CommitTurns.start(store, network, onTrouble.andThen(onFailure));
        return new MailboxStore(store, turns, false, server -> watches.add(database.watch(listener(server))), () -> {
            watches.forEach(PostgresDatabase.Watch::close);
            turns.close();
            store.close();
        });
    }

    private static MailboxListener listener(MailboxServer server) {
        return new MailboxListener() {
            @Override
            public void changed(String appId, String mailboxId) {
                server.changed(appId, mailboxId);
            }

            @Override
            public void mayHaveChanged() {
                server.mayHaveChanged();
            }
        };
    }

    /** Without what may be a password. */
    private static String scheme(String place) {
        return place.substring(0, place.indexOf(':', "jdbc:".length()) + 1);
    }

    private static Path file(String name, OptionValues options) throws WormholeException {
        try {
            return options.path(ServerOptions.DATABASE.key())
                    .map(path -> path.resolveSibling(name))
                    .orElse(Path.of(name));
        } catch (InvalidPathException e) {
            throw new WormholeException(ErrorCode.USAGE, "'" + name + "' is no file name", e);
        }
    }

    /**
     * A file in the folder for state, one for each port. A server on just any port is not found again after a restart, so what
     * it keeps need not last.
     */
    static String byDefault(OptionValues options, Map<String, String> environment) throws WormholeException {
        long port = options.number(ServerOptions.MAILBOX_PORT.key()).orElse(0);
        if (port == 0) {
            return MEMORY;
        }
        String state = environment.getOrDefault("XDG_STATE_HOME", "");
        Path folder = state.startsWith("/")
                ? Path.of(state)
                : Path.of(System.getProperty("user.home", ""), ".local", "state");
        return folder.resolve("wormhole").resolve("mailbox-" + port + ".sqlite").toString();
    }
}
