package wormhole.plugin.server.mailbox;

/** One connection that listens to a mailbox. */
interface Subscriber {
    /** Whether it can take another message now; once it can again, {@link Mailboxes#pump} has to be called. */
    boolean hasRoom();

    void deliver(Message message);

    /** The mailbox is gone. */
    void ended();
}
