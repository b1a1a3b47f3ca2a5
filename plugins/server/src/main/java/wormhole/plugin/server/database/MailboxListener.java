package wormhole.plugin.server.database;

/** Hears, on some thread, what other servers did to mailboxes. */
public interface MailboxListener {
    /** Messages came, or the mailbox is gone. */
    void changed(String appId, String mailboxId);

    /** Anything may have happened in the meantime. */
    void mayHaveChanged();
}
