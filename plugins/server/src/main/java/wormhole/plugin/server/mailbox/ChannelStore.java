package wormhole.plugin.server.mailbox;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where nameplates, mailboxes and messages are kept. Called under the one lock of {@link MailboxServer}, so it need not be
 * thread-safe. Its values are immutable: a change is a {@code put} of the changed value.
 */
public interface ChannelStore {
    /** Every app id that has a nameplate or a mailbox. */
    Set<String> appIds();

    Set<String> nameplates(String appId);

    Optional<Nameplate> nameplate(String appId, String name);

    void put(Nameplate nameplate);

    void remove(Nameplate nameplate);

    Collection<Mailbox> mailboxes(String appId);

    Optional<Mailbox> mailbox(String appId, String id);

    void put(Mailbox mailbox);

    /** Removes a mailbox and its messages. */
    void remove(Mailbox mailbox);

    /** Adds a message to a mailbox that is there, and keeps the mailbox's counters right. */
    void append(Mailbox mailbox, Message message);

    /** A view of a mailbox's messages, in the order in which they were added; empty if there is no such mailbox. */
    List<Message> messages(String appId, String mailboxId);

    /** What all messages take. */
    long messageBytes();

    int mailboxCount();
}
