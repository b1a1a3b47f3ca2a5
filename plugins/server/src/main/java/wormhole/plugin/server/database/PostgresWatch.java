package wormhole.plugin.server.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.postgresql.ds.PGSimpleDataSource;

/** Listens for what other servers tell through the database, on a thread and a connection of its own. */
final class PostgresWatch implements PostgresDatabase.Watch {
    private static final int WAIT_MILLIS = 500;
    private static final long RETRY_MILLIS = 500;
    /** A connection whose other end is gone without a word looks like one where nothing happens. */
    private static final int WAITS_A_CHECK = 20;

    private static final int CHECK_SECONDS = 5;

    private final PGSimpleDataSource source;
    private final PostgresEngine engine;
    private final MailboxListener listener;
    private final AtomicBoolean missed = new AtomicBoolean();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "mailbox watch");

    private PostgresWatch(PGSimpleDataSource source, PostgresEngine engine, MailboxListener listener) {
        this.source = source;
        this.engine = engine;
        this.listener = listener;
    }

    static PostgresWatch start(PGSimpleDataSource source, PostgresEngine engine, MailboxListener listener) {
        PostgresWatch watch = new PostgresWatch(source, engine, listener);
        watch.thread.setDaemon(true);
        watch.thread.start();
        return watch;
    }

    private void run() {
        try {
            do {
                listen();
            } while (!closed.await(RETRY_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            // Nobody interrupts this thread but to end it.
            closed.countDown();
        }
    }

    /** Until the connection breaks, or this is closed. */
    private void listen() {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("LISTEN " + PostgresEngine.CHANNEL);
            // What was told before nobody heard.
            listener.mayHaveChanged();
            do {
                hear(connection.unwrap(PGConnection.class));
            } while (closed.getCount() > 0 && connection.isValid(CHECK_SECONDS));
        } catch (SQLException e) {
            // The database is away: so is the store, which tells the operator.
        }
    }

    private void hear(PGConnection postgres) throws SQLException {
        for (int i = 0; i < WAITS_A_CHECK && closed.getCount() > 0; i++) {
            PGNotification[] heard = postgres.getNotifications(WAIT_MILLIS);
            for (PGNotification notification : heard == null ? new PGNotification[0] : heard) {
                pass(notification);
            }
            if (missed.getAndSet(false)) {
                listener.mayHaveChanged();
            }
        }
    }

    private void pass(PGNotification notification) {
        if (!engine.isOurs(notification.getPID())
                && Columns.scalar(notification.getParameter()) instanceof List<?> names
                && names.size() == 2
                && names.get(0) instanceof String appId
                && names.get(1) instanceof String mailboxId) {
            listener.changed(appId, mailboxId);
        }
    }

    /** If that fails as well, there will be a next time. */
    @Override
    public void lookAgain() {
        missed.set(true);
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
