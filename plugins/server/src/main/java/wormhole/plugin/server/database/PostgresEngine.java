package wormhole.plugin.server.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * PostgreSQL, shared by any number of servers. They write one after the other, each a whole group of requests at a time: so
 * nobody has to think of what two of them might do at once.
 */
final class PostgresEngine implements Engine {
    /** On which servers tell each other that a mailbox changed. */
    static final String CHANNEL = "wormhole_mailboxes";
    /** Any number, as long as it is the same for all servers and nothing else in the database uses it. */
    private static final long LOCK = 0x776f726d686f6c65L;

    private static final String TOO_MANY_CONNECTIONS = "53300";

    private final PGSimpleDataSource source;
    private volatile int backend;

    PostgresEngine(PGSimpleDataSource source) {
        this.source = source;
    }

    @Override
    public Connection connect() throws SQLException {
        Connection connection = source.getConnection();
        try (Statement statement = connection.createStatement()) {
            // A server that stands still in the middle must not hold up all the others for long.
            statement.execute("SET idle_in_transaction_session_timeout = '10s'");
            statement.execute("SET lock_timeout = '20s'");
            backend = connection.unwrap(PGConnection.class).getBackendPID();
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** The number may be somebody else's soon. */
    @Override
    public void disconnected() {
        backend = 0;
    }

    /** Whether it was we who told this. */
    boolean isOurs(int pid) {
        return pid == backend;
    }

    @Override
    public void begun(Session session) {
        session.query("SELECT pg_advisory_xact_lock(?)", row -> "", LOCK);
    }

    /** The database passes it on if and when the transaction is committed. */
    @Override
    public void changed(Session session, String appId, String mailboxId) {
        session.query("SELECT pg_notify(?, ?)", row -> "", CHANNEL, Columns.of((Object) List.of(appId, mailboxId)));
    }

    @Override
    public boolean isShared() {
        return true;
    }

    /** Classes 53 and 58: the database has no space, or is in trouble itself. All else looks better from another connection. */
    @Override
    public boolean isPassing(SQLException e) {
        String state = e.getSQLState();
        return state == null
                || state.equals(TOO_MANY_CONNECTIONS)
                || !(state.startsWith("53") || state.startsWith("58"));
    }
}
