package wormhole.plugin.server.database;

import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.postgresql.ds.PGSimpleDataSource;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;

/** A PostgreSQL database that several servers can share: a store for this one, and word of what the others do. */
public final class PostgresDatabase {
    /** Something that goes on until it is closed. */
    public interface Watch {
        /** What was told may have got lost on the way, so everything is to be looked at again soon. */
        void lookAgain();

        void close();
    }

    private static final int TIMEOUT_SECONDS = 30;

    private final PGSimpleDataSource source;
    private final PostgresEngine engine;

    private PostgresDatabase(PGSimpleDataSource source) {
        this.source = source;
        this.engine = new PostgresEngine(source);
    }

    /**
     * Reaches the database, and brings its tables up to date.
     *
     * @param url {@code jdbc:postgresql://HOST[:PORT]/NAME[?user=…]}, never told to anybody because it may hold a password
     */
    public static PostgresDatabase open(String url) throws WormholeException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        try {
            source.setUrl(url);
        } catch (IllegalArgumentException e) {
            throw new WormholeException(ErrorCode.USAGE, "the address of the PostgreSQL database makes no sense", e)
                    .withHint("Write it as jdbc:postgresql://HOST:PORT/NAME?user=USER.");
        }
        source.setTcpKeepAlive(true);
        source.setConnectTimeout(TIMEOUT_SECONDS);
        source.setSocketTimeout(TIMEOUT_SECONDS);
        source.setApplicationName("wormhole");
        reach(source);
        return new PostgresDatabase(source);
    }

    private static void reach(PGSimpleDataSource source) throws WormholeException {
        try (Connection connection = source.getConnection()) {
            connection.isValid(TIMEOUT_SECONDS);
            Migrations.apply(source, "postgresql");
        } catch (SQLException e) {
            throw unusable("cannot be reached: " + firstLine(e), e)
                    .withHint("See that it runs, that --database names it, and that the user may use it.");
        } catch (FlywayValidateException e) {
            throw unusable("was made by a newer version of this program, or was changed by hand", e)
                    .withHint("Install the newer version on this machine, too.");
        } catch (FlywayException e) {
            String why = Migrations.foundOtherTables(e)
                    ? "holds the tables of something else"
                    : "cannot be prepared: " + firstLine(e);
            throw unusable(why, e).withHint("Give the mailbox server a database, or a schema, of its own.");
        }
    }

    private static WormholeException unusable(String why, Exception cause) {
        return new WormholeException(ErrorCode.SERVER_UNREACHABLE, "the PostgreSQL database " + why, cause);
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    public DatabaseStore store() {
        return new DatabaseStore(engine);
    }

    /** Begins to pass on what other servers do, until the result is closed. */
    public Watch watch(MailboxListener listener) {
        return PostgresWatch.start(source, engine, listener);
    }
}
