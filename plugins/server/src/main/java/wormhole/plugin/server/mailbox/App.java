package wormhole.plugin.server.mailbox;

import java.util.random.RandomGenerator;

/** The nameplates and mailboxes of one application id. Apps never see each other's. */
record App(Nameplates nameplates, Mailboxes mailboxes) {
    static App of(String id, ChannelStore store, Limits limits, RandomGenerator random) {
        Mailboxes mailboxes = new Mailboxes(id, store, limits);
        Nameplates nameplates =
                new Nameplates(id, store, mailboxes, new NameplateNames(random), new MailboxIds(random));
        return new App(nameplates, mailboxes);
    }

    /** Whether nothing would be lost if this object were forgotten. */
    boolean isIdle() {
        return !mailboxes.haveSubscribers()
                && mailboxes.isEmpty()
                && nameplates.list().isEmpty();
    }
}
