package wormhole.plugin.server.database;

import java.sql.Connection;
import java.sql.SQLException;

/** What kind of database it is, where they differ. */
interface Engine {
    /** Opens the database, which exists and has the newest tables. */
    Connection connect() throws SQLException;

    /** The connection that was opened last is given up. */
    default void disconnected() {}

    /** The first thing in a transaction. */
    void begun(Session session);

    /** To be done in the transaction that adds a message or removes a mailbox. */
    void changed(Session session, String appId, String mailboxId);

    /** Whether other servers use it at the same time. */
    boolean isShared();

    /** Whether a failure will probably pass, so that clients had best come back and try again. */
    boolean isPassing(SQLException e);
}
