package wormhole.plugin.server.mailbox;

import java.time.Instant;
import java.util.List;

/** What a client that said who it is may ask for. */
final class BoundClient {
    private final boolean listAllowed;
    private final App app;
    private final Replies replies;
    private final NameplateDesk nameplate;
    private final MailboxDesk mailbox;

    BoundClient(App app, String side, boolean listAllowed, ClientConnection connection, Replies replies) {
        this.app = app;
        app.enter();
        this.listAllowed = listAllowed;
        this.replies = replies;
        this.nameplate = new NameplateDesk(app.nameplates(), side, replies);
        this.mailbox = new MailboxDesk(app.mailboxes(), side, connection, replies);
    }

    void obey(Request request, Instant now) throws Refusal {
        switch (request.type()) {
            case "list" -> list();
            case "allocate" -> nameplate.allocate(now);
            case "claim" -> nameplate.claim(request, now);
            case "release" -> nameplate.release(request, now);
            case "open" -> mailbox.open(request, now);
            case "add" -> mailbox.add(request, now);
            case "close" -> mailbox.close(request, now);
            default -> throw new Refusal("unknown type");
        }
    }

    private void list() {
        replies.nameplates(listAllowed ? app.nameplates().list() : List.of());
    }

    void drained() {
        mailbox.drained();
    }

    void lost() {
        mailbox.lost();
        app.leave();
    }
}
