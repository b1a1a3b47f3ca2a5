package wormhole.plugin.server.mailbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One connection's dealings with nameplates: one allocation, one claim and one release at most. */
final class NameplateDesk {
    private final Nameplates nameplates;
    private final String side;
    private final Replies replies;
    private boolean allocated;
    private @Nullable String claimed;
    private boolean released;

    NameplateDesk(Nameplates nameplates, String side, Replies replies) {
        this.nameplates = nameplates;
        this.side = side;
        this.replies = replies;
    }

    void allocate(Instant now) throws Refusal {
        if (allocated) {
            throw new Refusal("you already allocated one, don't be greedy");
        }
        String name = nameplates.allocate(side, now);
        allocated = true;
        replies.allocated(name);
    }

    void claim(Request request, Instant now) throws Refusal {
        if (!request.has("nameplate")) {
            throw new Refusal("claim requires 'nameplate'");
        }
        if (claimed != null) {
            throw new Refusal("only one claim per connection");
        }
        String name = request.nameplate();
        claimed = name;
        String mailboxId = nameplates.claim(name, side, now);
        replies.claimed(mailboxId);
        if (request.asksFor("peek")) {
            nameplates.first(mailboxId).ifPresent(replies::message);
        }
    }

    void release(Request request, Instant now) throws Refusal {
        if (released) {
            throw new Refusal("only one release per connection");
        }
        String name = nameplateToRelease(request);
        released = true;
        nameplates.release(name, side, now);
        replies.released();
    }

    private String nameplateToRelease(Request request) throws Refusal {
        String known = claimed;
        if (!request.has("nameplate")) {
            if (known == null) {
                throw new Refusal("release without nameplate must follow claim");
            }
            return known;
        }
        if (known != null && !request.is("nameplate", known)) {
            throw new Refusal("release and claim must use same nameplate");
        }
        return request.nameplate();
    }
}
