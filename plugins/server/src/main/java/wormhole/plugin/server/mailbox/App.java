package wormhole.plugin.server.mailbox;

import java.util.random.RandomGenerator;

/** The nameplates and mailboxes of one application id, and how many clients use them. Apps never see each other's. */
final class App {
    private final Nameplates nameplates;
    private final Mailboxes mailboxes;
    private int clients;

    App(String id, ChannelStore store, Limits limits, Usage usage, RandomGenerator random) {
        mailboxes = new Mailboxes(id, store, limits, usage);
        nameplates = new Nameplates(id, store, mailboxes, usage, new NameplateNames(random), new MailboxIds(random));
    }

    Nameplates nameplates() {
        return nameplates;
    }

    Mailboxes mailboxes() {
        return mailboxes;
    }

    void enter() {
        clients++;
    }

    void leave() {
        clients--;
    }

    /** Whether nobody would notice if this object were made anew: all the rest is in the store. */
    boolean isUnused() {
        return clients == 0;
    }
}
