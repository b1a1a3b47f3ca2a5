package wormhole.plugin.server.mailbox;

import java.time.Instant;

/**
 * The short number at the front of a code, which leads to a mailbox. Immutable.
 *
 * @param appId within which its name is unique
 * @param name digits
 * @param mailboxId where it leads
 * @param sides who claimed it; inactive once released
 */
public record Nameplate(String appId, String name, String mailboxId, Sides sides) {
    Nameplate claimedBy(String side, Instant now) {
        return new Nameplate(appId, name, mailboxId, sides.joinedBy(side, now));
    }

    Nameplate releasedBy(String side) {
        return new Nameplate(appId, name, mailboxId, sides.leftBy(side, null));
    }

    /** The name is half of what an eavesdropper wants. */
    @Override
    public String toString() {
        return "Nameplate";
    }
}
