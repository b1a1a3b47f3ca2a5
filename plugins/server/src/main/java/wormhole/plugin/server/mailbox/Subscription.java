package wormhole.plugin.server.mailbox;

import java.util.List;
import java.util.function.IntFunction;

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

    /** Takes a message that was just added, if it is the next one and there is room; whether it did. */
    boolean offer(int position, Message message) {
        if (position != next || !subscriber.hasRoom()) {
            return false;
        }
        next++;
        subscriber.deliver(message);
        return true;
    }

    /**
     * Takes as many messages as there is room for.
     *
     * @param messagesFrom gives the next few messages from a position on
     */
    void pump(IntFunction<List<Message>> messagesFrom) {
        while (subscriber.hasRoom()) {
            List<Message> some = messagesFrom.apply(next);
            if (some.isEmpty()) {
                return;
            }
            for (int i = 0; i < some.size() && subscriber.hasRoom(); i++) {
                next++;
                subscriber.deliver(some.get(i));
            }
        }
    }

    void end() {
        subscriber.ended();
    }
}
