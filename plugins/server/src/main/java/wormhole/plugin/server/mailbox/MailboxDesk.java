package wormhole.plugin.server.mailbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One connection's dealings with its mailbox: open one, add to it and hear from it, close it once. */
final class MailboxDesk implements Subscriber {
    private final Mailboxes mailboxes;
    private final String side;
    private final ClientConnection connection;
    private final Replies replies;
    /** The mailbox that was last asked for, even if it was crowded. */
    private @Nullable String mailboxId;
    /** Not null while the mailbox is open on this connection. */
    private @Nullable Subscription subscription;

    private boolean closed;

    MailboxDesk(Mailboxes mailboxes, String side, ClientConnection connection, Replies replies) {
        this.mailboxes = mailboxes;
        this.side = side;
        this.connection = connection;
        this.replies = replies;
    }

    void open(Request request, Instant now) throws Refusal {
        if (subscription != null) {
            throw new Refusal("only one open per connection");
        }
        if (!request.has("mailbox")) {
            throw new Refusal("open requires 'mailbox'");
        }
        String id = request.name("mailbox");
        mailboxId = id;
        mailboxes.open(id, side, now);
        subscription = mailboxes.subscribe(id, this);
    }

    void add(Request request, Instant now) throws Refusal {
        if (subscription == null) {
            throw new Refusal("must open mailbox before adding");
        }
        if (!request.has("phase")) {
            throw new Refusal("missing 'phase'");
        }
        if (!request.has("body")) {
            throw new Refusal("missing 'body'");
        }
        String phase = request.text("phase", 0, Request.MAX_NAME);
        String body = request.text("body", 0, MailboxServer.MAX_FRAME_BYTES);
        mailboxes.add(subscription.mailboxId(), new Message(side, phase, body, now, request.id()));
    }

    /** Also closes a mailbox that was opened on an earlier connection. */
    void close(Request request, Instant now) throws Refusal {
        if (closed) {
            throw new Refusal("only one close per connection");
        }
        String id = mailboxToClose(request);
        String mood = request.mood();
        if (subscription == null) {
            mailboxes.open(id, side, now);
        }
        lost();
        closed = true;
        mailboxes.close(id, side, mood, now);
        replies.closed();
    }

    private String mailboxToClose(Request request) throws Refusal {
        String known = mailboxId;
        if (!request.has("mailbox")) {
            if (known == null) {
                throw new Refusal("close without mailbox must follow open");
            }
            return known;
        }
        if (known != null && !request.is("mailbox", known)) {
            throw new Refusal("open and close must use same mailbox");
        }
        return request.name("mailbox");
    }

    void drained() {
        if (subscription != null) {
            mailboxes.pump(subscription);
        }
    }

    void lost() {
        if (subscription != null) {
            mailboxes.unsubscribe(subscription);
            subscription = null;
        }
    }

    @Override
    public boolean hasRoom() {
        return connection.hasRoom();
    }

    @Override
    public void deliver(Message message) {
        replies.message(message);
    }

    @Override
    public void ended() {
        connection.concern();
        subscription = null;
    }
}
