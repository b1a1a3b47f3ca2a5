package wormhole.plugin.server.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wormhole.plugin.server.mailbox.Mailbox;

/** The rows of mailboxes. */
final class MailboxTable {
    private static final String COLUMNS =
            "SELECT app_id, id, nameplate, sides, updated, messages, bytes FROM mailboxes";

    private final Session session;

    MailboxTable(Session session) {
        this.session = session;
    }

    Set<String> appIds() {
        return new HashSet<>(session.query("SELECT DISTINCT app_id FROM mailboxes", row -> row.getString(1)));
    }

    Optional<Mailbox> find(String appId, String id) {
        return session.one(COLUMNS + " WHERE app_id = ? AND id = ?", MailboxTable::mailbox, appId, id);
    }

    List<Mailbox> unusedSince(String appId, Instant time) {
        return session.query(
                COLUMNS + " WHERE app_id = ? AND updated <= ?", MailboxTable::mailbox, appId, Columns.of(time));
    }

    private static Mailbox mailbox(ResultSet row) throws SQLException {
        return new Mailbox(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                Columns.sides(row.getString(4)),
                Columns.time(row.getLong(5)),
                row.getInt(6),
                row.getLong(7));
    }

    /** Changes a row that is there; whether it was. */
    boolean update(Mailbox mailbox) {
        return session.update(
                        "UPDATE mailboxes SET sides = ?, updated = ?, messages = ?, bytes = ?"
                                + " WHERE app_id = ? AND id = ?",
                        Columns.of(mailbox.sides()),
                        Columns.of(mailbox.updated()),
                        mailbox.messages(),
                        mailbox.bytes(),
                        mailbox.appId(),
                        mailbox.id())
                == 1;
    }

    void insert(Mailbox mailbox) {
        session.update(
                "INSERT INTO mailboxes (app_id, id, nameplate, sides, updated, messages, bytes)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                mailbox.appId(),
                mailbox.id(),
                mailbox.nameplate(),
                Columns.of(mailbox.sides()),
                Columns.of(mailbox.updated()),
                mailbox.messages(),
                mailbox.bytes());
    }

    /** Whether there was one. */
    boolean remove(Mailbox mailbox) {
        return session.update("DELETE FROM mailboxes WHERE app_id = ? AND id = ?", mailbox.appId(), mailbox.id()) == 1;
    }
}
