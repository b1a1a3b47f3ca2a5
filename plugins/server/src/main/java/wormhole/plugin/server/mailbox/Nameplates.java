package wormhole.plugin.server.mailbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The nameplates of one app: who has claimed which. */
final class Nameplates {
    private final String appId;
    private final ChannelStore store;
    private final Mailboxes mailboxes;
    private final Usage usage;
    private final NameplateNames names;
    private final MailboxIds mailboxIds;

    Nameplates(
            String appId,
            ChannelStore store,
            Mailboxes mailboxes,
            Usage usage,
            NameplateNames names,
            MailboxIds mailboxIds) {
        this.appId = appId;
        this.store = store;
        this.mailboxes = mailboxes;
        this.usage = usage;
        this.names = names;
        this.mailboxIds = mailboxIds;
    }

    List<String> list() {
        return store.nameplates(appId).stream().sorted().toList();
    }

    /** Claims a free nameplate for a side. */
    String allocate(String side, Instant now) throws Refusal {
        String name = names.pickFree(
                (from, to) -> store.freeNames(appId, from, to),
                known -> store.nameplate(appId, known).isPresent());
        claim(name, side, now);
        return name;
    }

    /** Claims a nameplate for a side, which also opens its mailbox, and says which one that is. */
    String claim(String name, String side, Instant now) throws Refusal {
        Optional<Nameplate> known = store.nameplate(appId, name);
        Nameplate nameplate = known.isPresent() ? known.get() : make(name, now);
        if (nameplate.sides().know(side) && !nameplate.sides().isActive(side)) {
            // Claimed anew after the other side's release, too, it would silently lead to another mailbox.
            throw new Refusal("reclaimed");
        }
        store.put(nameplate.claimedBy(side, now));
        mailboxes.open(nameplate.mailboxId(), side, now);
        return nameplate.mailboxId();
    }

    /** The first message in a mailbox, for whoever is about to open it: an answer can leave a round trip sooner. */
    Optional<Message> first(String mailboxId) {
        return store.messages(appId, mailboxId, 0).stream().findFirst();
    }

    private Nameplate make(String name, Instant now) throws Refusal {
        String mailboxId = mailboxIds.next();
        mailboxes.make(mailboxId, name, now);
        return new Nameplate(appId, name, mailboxId, Sides.NONE);
    }

    /** Ends a side's claim; the nameplate is free again when no claim is left. Does nothing if there is no claim. */
    void release(String name, String side, Instant now) {
        Optional<Nameplate> nameplate = store.nameplate(appId, name);
        if (nameplate.isEmpty() || !nameplate.get().sides().know(side)) {
            return;
        }
        Nameplate released = nameplate.get().releasedBy(side);
        if (released.sides().anyActive()) {
            store.put(released);
        } else {
            store.remove(released);
            usage.over(released, now, false);
        }
    }
}
