package wormhole.plugin.server.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.sqlite.SQLiteException;
import wormhole.plugin.server.mailbox.StoreFailure;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;

/** A database in a file: makes it if need be, and refuses one that it cannot trust. */
final class SqliteFile {
    private final Path file;

    SqliteFile(Path file) {
        this.file = file;
    }

    DatabaseStore open() throws WormholeException {
        SqliteEngine engine = new SqliteEngine(file);
        try {
            create();
            engine.check();
            Migrations.apply(engine.source(), "sqlite");
            DatabaseStore store = new DatabaseStore(engine);
            store.mailboxCount();
            store.commit();
            return store;
        } catch (IOException e) {
            throw unusable("cannot be made: " + e.getMessage(), e)
                    .withHint("Give --database a file in a folder that this user may write to, or :memory:.");
        } catch (SQLException e) {
            throw refused(e);
        } catch (StoreFailure e) {
            throw e.getCause() instanceof SQLException cause ? refused(cause) : unusable(String.valueOf(e), e);
        } catch (FlywayException e) {
            throw refused(e);
        }
    }

    private void create() throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        if (!Files.exists(file)
                && Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix")) {
            // Who meets whom is nobody else's business.
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
    }

    private WormholeException refused(FlywayException e) {
        if (e instanceof FlywayValidateException) {
            return unusable("was made by a newer version of this program, or was changed by hand", e)
                    .withHint("Install the newer version again, or give --database another file.");
        }
        return unusable("is no database of a mailbox server: " + firstLine(e), e)
                .withHint("Give --database another file.");
    }

    private WormholeException refused(SQLException e) {
        if (!(e instanceof SQLiteException trouble)) {
            return e.getCause() instanceof Exception cause ? unopened(cause) : damaged(firstLine(e), e);
        }
        return switch (trouble.getResultCode().code & 0xff) {
            case 5, 6 ->
                unusable("is in use by another process", e)
                        .withHint(
                                "Stop the other server, or give each its own file; several servers can share PostgreSQL.");
            case 8, 14, 23 ->
                unusable("cannot be written", e).withHint("Give this user the right to write the file and its folder.");
            case 13 ->
                new WormholeException(ErrorCode.NO_SPACE, "there is no space for the database " + file, e)
                        .withHint("Make space, or give --database a file on another disk.");
            case 11, 26 ->
                unusable("is damaged or no SQLite database", e)
                        .withHint("Restore it from a back-up, or move it away to begin with an empty one.");
            default -> damaged(firstLine(e), e);
        };
    }

    /** SQLite itself could not begin, for want of its library, say. */
    private WormholeException unopened(Exception why) {
        return unusable("cannot be opened: " + firstLine(why), why)
                .withHint("See that Java may run what it unpacks in its folder for temporary files (java.io.tmpdir).");
    }

    private WormholeException damaged(String why, SQLException e) {
        return unusable(why, e).withHint("Restore it from a back-up, or give --database another file.");
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    private WormholeException unusable(String why, Exception cause) {
        return new WormholeException(ErrorCode.FILE_UNUSABLE, "the database " + file + " " + why, cause);
    }
}
