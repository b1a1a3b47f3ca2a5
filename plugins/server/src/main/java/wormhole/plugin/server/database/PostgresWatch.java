package wormhole.plugin.server.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.postgresql.ds.PGSimpleDataSource;

/** Listens for what other servers tell through the database, on a thread and a connection of its own. */
final class PostgresWatch implements AutoCloseable {
    private static final int WAIT_MILLIS = 500;
    private static final long RETRY_MILLIS = 500;

    private final PGSimpleDataSource source;
    private final PostgresEngine engine;
    private final MailboxListener listener;
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
            PGConnection postgres = connection.unwrap(PGConnection.class);
            while (closed.getCount() > 0) {
                PGNotification[] heard = postgres.getNotifications(WAIT_MILLIS);
                for (PGNotification notification : heard == null ? new PGNotification[0] : heard) {
                    pass(notification);
                }
            }
        } catch (SQLException e) {
            // The database is away: so is the store, which tells the operator.
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

    @Override
    public void close() {
        closed.countDown();
    }
}
