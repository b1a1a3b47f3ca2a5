package wormhole.plugin.server.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** SQLite in a file that no other process uses at the same time. */
final class SqliteEngine implements Engine {
    private final SQLiteDataSource source = new SQLiteDataSource();

    SqliteEngine(Path file) {
        source.setUrl("jdbc:sqlite:" + file);
    }

    SQLiteDataSource source() {
        return source;
    }

    /** Looks whether the file can be had and is whole. */
    void check() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            check(statement);
        }
    }

    /** Takes the file for itself. */
    @Override
    public Connection connect() throws SQLException {
        Connection connection = source.getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 0");
            statement.execute("PRAGMA locking_mode = EXCLUSIVE");
            statement.execute("PRAGMA journal_mode = WAL");
            // A commit is on the disk before anybody hears of it.
            statement.execute("PRAGMA synchronous = FULL");
            statement.execute("BEGIN IMMEDIATE");
            statement.execute("COMMIT");
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static void check(Statement statement) throws SQLException {
        try (ResultSet result = statement.executeQuery("PRAGMA quick_check(1)")) {
            String verdict = result.next() ? result.getString(1) : "nothing";
            if (!verdict.equals("ok")) {
                throw new SQLiteException(verdict, SQLiteErrorCode.SQLITE_CORRUPT);
            }
        }
    }

    @Override
    public void begun(Session session) {}

    @Override
    public void changed(Session session, String appId, String mailboxId) {}

    @Override
    public boolean isShared() {
        return false;
    }

    @Override
    public boolean isPassing(SQLException e) {
        return false;
    }
}
