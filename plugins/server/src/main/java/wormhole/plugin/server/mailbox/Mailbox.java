package wormhole.plugin.server.mailbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A store-and-forward queue between two sides, without its messages. Immutable.
 *
 * @param appId within which its id is unique
 * @param id long and random, or whatever two sides agreed on
 * @param nameplate the name of the nameplate it was made for, or null
 * @param sides who opened it; inactive once closed
 * @param updated when somebody last did something with it
 * @param messages how many it holds
 * @param bytes how much they take
 */
public record Mailbox(
        String appId, String id, @Nullable String nameplate, Sides sides, Instant updated, int messages, long bytes) {

    static Mailbox fresh(String appId, String id, @Nullable String nameplate, Instant now) {
        return new Mailbox(appId, id, nameplate, Sides.NONE, now, 0, 0);
    }

    Mailbox openedBy(String side, Instant now) {
        // Of a crowd, nobody needs to know every member.
        return with(sides.areCrowded() ? sides : sides.joinedBy(side, now));
    }

    Mailbox closedBy(String side, @Nullable String mood) {
        return with(sides.leftBy(side, mood));
    }

    private Mailbox with(Sides changed) {
        return new Mailbox(appId, id, nameplate, changed, updated, messages, bytes);
    }

    Mailbox touched(Instant now) {
        return new Mailbox(appId, id, nameplate, sides, now, messages, bytes);
    }

    /** With one more message. */
    public Mailbox holding(Message message) {
        return new Mailbox(appId, id, nameplate, sides, message.received(), messages + 1, bytes + message.bytes());
    }

    @Override
    public String toString() {
        return "Mailbox";
    }
}
