package wormhole.plugin.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wormhole.plugin.server.mailbox.Mailbox;
import wormhole.plugin.server.mailbox.Message;
import wormhole.plugin.server.mailbox.Side;
import wormhole.plugin.server.mailbox.Sides;
import wormhole.plugin.server.mailbox.StoreFailure;
import wormhole.spi.WormholeException;

class SqliteFileTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.250001Z");
    private static final Mailbox MAILBOX =
            new Mailbox("app", "m", "4", new Sides(Map.of("s", new Side(false, NOW, "happy"))), NOW, 0, 0);

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void setUp() {
        file = folder.resolve("state/mailbox.sqlite");
    }

    @Test
    void keepsEverythingThatWasCommittedAndNothingElse() throws WormholeException {
        Message message = new Message("s", "pake", "00", NOW, 1);
        try (DatabaseStore store = DatabaseStore.file(file)) {
            store.put(MAILBOX);
            store.append(MAILBOX, message);
            store.commit();
            store.append(MAILBOX.holding(message), message);
        }
        try (DatabaseStore store = DatabaseStore.file(file)) {
            assertThat(store.mailbox("app", "m")).contains(MAILBOX.holding(message));
            assertThat(store.messages("app", "m", 0)).containsExactly(message);
            assertThat(store.messageBytes()).isEqualTo(message.bytes());
            assertThat(store.mailboxCount()).isEqualTo(1);
        }
    }

    @Test
    void countsAnewAfterARollback() throws WormholeException {
        try (DatabaseStore store = DatabaseStore.file(file)) {
            store.put(MAILBOX);
            store.rollback();

            assertThat(store.mailboxCount()).isZero();
            assertThat(store.mailbox("app", "m")).isEmpty();
        }
    }

    @Test
    void makesAFileThatOnlyItsOwnerCanRead() throws WormholeException, IOException {
        DatabaseStore.file(file).close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void refusesAFileThatAnotherServerUses() throws WormholeException {
        try (DatabaseStore store = DatabaseStore.file(file)) {
            assertRefused("is in use by another process", "Stop the other server");
            assertThat(store.mailboxCount()).isZero();
        }
    }

    @Test
    void refusesWhatIsNoDatabase() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "Dear diary, ".repeat(1000));

        assertRefused("is damaged or no SQLite database", "back-up");
        assertThat(file).hasSize(12_000);
    }

    @Test
    void refusesADamagedDatabase() throws WormholeException, IOException {
        try (DatabaseStore store = DatabaseStore.file(file)) {
            for (int i = 0; i < 200; i++) {
                store.put(new Mailbox("app", "m" + i, null, MAILBOX.sides(), NOW, 0, 0));
            }
            store.commit();
        }
        byte[] bytes = Files.readAllBytes(file);
        byte[] noise = "noise".repeat(400).getBytes(StandardCharsets.US_ASCII);
        for (int page = 4096; page < bytes.length; page += 4096) {
            System.arraycopy(noise, 0, bytes, page, noise.length);
        }
        Files.write(file, bytes);

        assertRefused("", "back-up");
    }

    @Test
    void refusesADatabaseOfANewerVersion() throws WormholeException, SQLException {
        DatabaseStore.file(file).close();
        execute(
                "INSERT INTO wormhole_schema_history SELECT 99, '99', 'future', type, 'V99__future.sql', 0, installed_by,"
                        + " installed_on, 0, 1 FROM wormhole_schema_history WHERE version = '1'");

        assertRefused("was made by a newer version", "Install the newer version");
    }

    @Test
    void refusesADatabaseOfSomethingElse() throws SQLException, IOException {
        Files.createDirectories(file.getParent());
        execute("CREATE TABLE recipes (name TEXT)");

        assertRefused("is no database of a mailbox server: it holds the tables of something else", "another file");
    }

    @Test
    void refusesAPlaceWhereItCannotWrite() throws IOException {
        Files.writeString(folder.resolve("state"), "a file in the way");

        assertRefused("cannot be made", ":memory:");
    }

    @Test
    void refusesAFolder() throws IOException {
        Files.createDirectories(file);

        assertRefused("cannot be written", "right to write");
    }

    @Test
    void reportsAFullDatabaseAndGoesOnOnceThereIsSpace() throws WormholeException, SQLException {
        DatabaseStore.file(file).close();
        SqliteEngine engine = new SqliteEngine(file);
        engine.source().setMaxPageCount(20);
        Message large = new Message("s", "0", "0".repeat(100_000), NOW, null);
        try (DatabaseStore store = new DatabaseStore(engine)) {
            store.put(MAILBOX);
            store.commit();

            assertThatThrownBy(() -> store.append(MAILBOX, large))
                    .isInstanceOf(StoreFailure.class)
                    .hasMessageContaining("full");
            store.rollback();

            Message small = new Message("s", "0", "00", NOW, null);
            store.append(MAILBOX, small);
            store.commit();
            assertThat(store.messages("app", "m", 0)).containsExactly(small);
        }
    }

    private void assertRefused(String why, String cure) {
        assertThatThrownBy(() -> DatabaseStore.file(file))
                .asInstanceOf(type(WormholeException.class))
                .satisfies(e -> {
                    assertThat(e.messageText()).contains(file.toString()).contains(why);
                    assertThat(e.hint())
                            .hasValueSatisfying(hint -> assertThat(hint).contains(cure));
                });
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
