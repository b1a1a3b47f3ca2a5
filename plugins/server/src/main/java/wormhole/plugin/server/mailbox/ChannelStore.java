package wormhole.plugin.server.mailbox;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where nameplates, mailboxes and messages are kept. Called by one thread at a time. Its values are immutable: a change is a
 * {@code put} of the changed value. What cannot be done throws a {@link StoreFailure}; then everything since the last commit
 * has to be rolled back.
 */
public interface ChannelStore {
    /** Every app id that has a nameplate or a mailbox. */
    Set<String> appIds();

    /** The names of all nameplates of an app. */
    Set<String> nameplates(String appId);

    /** The numbers from one to below another, written without leading zeros and all equally long, that no nameplate has. */
    List<String> freeNames(String appId, int from, int to);

    Optional<Nameplate> nameplate(String appId, String name);

    void put(Nameplate nameplate);

    void remove(Nameplate nameplate);

    Optional<Mailbox> mailbox(String appId, String id);

    /** The mailboxes of an app that were last used at a time or before it. */
    Collection<Mailbox> unusedSince(String appId, Instant time);

    void put(Mailbox mailbox);

    /** Removes a mailbox and its messages. */
    void remove(Mailbox mailbox);

    /** Adds a message to a mailbox that is there, as its {@link Mailbox#messages}-th, and keeps the mailbox's counters right. */
    void append(Mailbox mailbox, Message message);

    /** The next few messages of a mailbox from a position on, in the order in which they were added; empty if there are none. */
    List<Message> messages(String appId, String mailboxId, int from);

    /** What all messages take. */
    long messageBytes();

    int mailboxCount();

    /** Makes everything so far last, as well as the store can. Returns once it does. */
    void commit();

    /** Undoes everything since the last commit. */
    void rollback();
}
