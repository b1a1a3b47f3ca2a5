package wormhole.plugin.server.mailbox;

import java.util.List;

/**
 * How far one subscriber has got in a mailbox. A slow reader is handed messages only as it reads them, so it costs the
 * server no second copy.
 */
final class Subscription {
    private final String mailboxId;
    private final Subscriber subscriber;
    private int next;

    Subscription(String mailboxId, Subscriber subscriber) {
        this.mailboxId = mailboxId;
        this.subscriber = subscriber;
    }

    String mailboxId() {
        return mailboxId;
    }

    void pump(List<Message> messages) {
        while (next < messages.size() && subscriber.hasRoom()) {
            subscriber.deliver(messages.get(next++));
        }
    }

    void end() {
        subscriber.ended();
    }
}
