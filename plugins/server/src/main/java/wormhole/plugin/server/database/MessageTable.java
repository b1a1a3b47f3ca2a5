package wormhole.plugin.server.database;

import java.util.List;
import wormhole.plugin.server.mailbox.Mailbox;
import wormhole.plugin.server.mailbox.Message;

/** The rows of messages. */
final class MessageTable {
    /** Each may hold megabytes. */
    private static final int MESSAGES_AT_ONCE = 4;

    private final Session session;

    MessageTable(Session session) {
        this.session = session;
    }

    List<Message> from(String appId, String mailboxId, int position) {
        return session.query(
                "SELECT side, phase, body, received, client_id FROM messages"
                        + " WHERE app_id = ? AND mailbox_id = ? AND position >= ? ORDER BY position LIMIT "
                        + MESSAGES_AT_ONCE,
                row -> new Message(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        Columns.time(row.getLong(4)),
                        Columns.scalar(row.getString(5))),
                appId,
                mailboxId,
                position);
    }

    void insert(Mailbox mailbox, Message message) {
        session.update(
                "INSERT INTO messages (app_id, mailbox_id, position, side, phase, body, received, client_id)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                mailbox.appId(),
                mailbox.id(),
                mailbox.messages(),
                message.side(),
                message.phase(),
                message.body(),
                Columns.of(message.received()),
                Columns.of(message.id()));
    }

    void removeAll(Mailbox mailbox) {
        session.update("DELETE FROM messages WHERE app_id = ? AND mailbox_id = ?", mailbox.appId(), mailbox.id());
    }
}
