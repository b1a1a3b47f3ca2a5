package wormhole.plugin.server.mailbox;

/**
 * The short number at the front of a code, which leads to a mailbox. Immutable.
 *
 * @param appId within which its name is unique
 * @param name digits
 * @param mailboxId where it leads
 * @param sides who claimed it; inactive once released
 */
public record Nameplate(String appId, String name, String mailboxId, Sides sides) {
    Nameplate withSide(String side, boolean claimed) {
        return new Nameplate(appId, name, mailboxId, sides.with(side, claimed));
    }

    /** The name is half of what an eavesdropper wants. */
    @Override
    public String toString() {
        return "Nameplate";
    }
}
