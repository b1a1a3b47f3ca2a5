package wormhole.plugin.server.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wormhole.plugin.server.mailbox.StoreFailure;

/** One connection to a database, opened again when it broke, with the statements prepared on it. For one thread. */
final class Session implements AutoCloseable {
    /** Makes a value of the row at which a result stands. */
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private interface Work<T> {
        T with(PreparedStatement statement) throws SQLException;
    }

    private final Engine engine;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();
    private @Nullable Connection connection;
    private boolean inTransaction;

    Session(Engine engine) {
        this.engine = engine;
    }

    /** The number of rows changed. */
    int update(String sql, @Nullable Object... values) {
        return execute(sql, values, PreparedStatement::executeUpdate);
    }

    <T> List<T> query(String sql, RowReader<T> reader, @Nullable Object... values) {
        return execute(sql, values, statement -> {
            List<T> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(reader.read(result));
                }
            }
            return rows;
        });
    }

    <T> Optional<T> one(String sql, RowReader<T> reader, @Nullable Object... values) {
        return query(sql, reader, values).stream().findFirst();
    }

    private <T> T execute(String sql, @Nullable Object[] values, Work<T> work) {
        begin();
        try {
            PreparedStatement statement = prepare(sql);
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return work.with(statement);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private void begin() {
        if (!inTransaction) {
            inTransaction = true;
            engine.begun(this);
        }
    }

    private PreparedStatement prepare(String sql) throws SQLException {
        PreparedStatement known = prepared.get(sql);
        if (known != null) {
            return known;
        }
        PreparedStatement fresh = connection().prepareStatement(sql);
        prepared.put(sql, fresh);
        return fresh;
    }

    private Connection connection() throws SQLException {
        Connection open = connection;
        if (open == null) {
            open = engine.connect();
            open.setAutoCommit(false);
            connection = open;
        }
        return open;
    }

    void commit() {
        if (!inTransaction) {
            return;
        }
        try {
            connection().commit();
            inTransaction = false;
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Begins anew: drivers differ in what a connection is good for after a failure. */
    void rollback() {
        close();
    }

    private StoreFailure failure(SQLException e) {
        return new StoreFailure(String.valueOf(e.getMessage()), engine.isPassing(e), e);
    }

    @Override
    public void close() {
        inTransaction = false;
        prepared.clear();
        Connection open = connection;
        connection = null;
        try {
            if (open != null) {
                engine.disconnected();
                open.close();
            }
        } catch (SQLException e) {
            // It was to be given up anyway.
        }
    }
}
