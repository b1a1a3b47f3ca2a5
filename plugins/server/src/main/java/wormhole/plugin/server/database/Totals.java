package wormhole.plugin.server.database;

/** How much there is in all. Counted along, because counting anew takes long. */
final class Totals {
    private final Session session;
    private boolean known;
    private int mailboxes;
    private long bytes;

    Totals(Session session) {
        this.session = session;
    }

    int mailboxes() {
        count();
        return mailboxes;
    }

    long bytes() {
        count();
        return bytes;
    }

    void add(int moreMailboxes, long moreBytes) {
        mailboxes += moreMailboxes;
        bytes += moreBytes;
    }

    /** They may have changed in another way. */
    void forget() {
        known = false;
    }

    private void count() {
        if (known) {
            return;
        }
        known = true;
        session.one("SELECT count(*), coalesce(sum(bytes), 0) FROM mailboxes", row -> {
            mailboxes = row.getInt(1);
            bytes = row.getLong(2);
            return row;
        });
    }
}
