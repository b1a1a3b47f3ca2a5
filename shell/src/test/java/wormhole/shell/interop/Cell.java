package wormhole.shell.interop;

import java.util.EnumSet;
import java.util.Set;

/** One transfer of the suite: who sends what to whom, by which way, over whose servers. */
record Cell(Peer sender, Peer receiver, Content content, Route route, Site site) {

    /** What sets this transfer apart from a perfect copy, by no fault of ours. */
    Set<Quirk> quirks() {
        Set<Quirk> quirks = EnumSet.noneOf(Quirk.class);
        if (route == Route.RELAY && !canForceRelay()) {
            quirks.add(Quirk.RELAY_NOT_FORCED);
        }
        quirks.addAll(sender.quirksWhenSending(content));
        if (quirks.contains(Quirk.SENDS_TAR)) {
            return quirks;
        }
        quirks.addAll(receiver.quirksWhenReceiving(content));
        if (quirks.contains(Quirk.LEAVES_FOLDERS_OUT)) {
            quirks.remove(Quirk.MAKES_EMPTY_FOLDERS_FILES);
            quirks.remove(Quirk.LOSES_FOLDER_MODES);
        }
        return quirks;
    }

    private boolean canForceRelay() {
        return sender.forcesRelay() || receiver.forcesRelay() || (sender.stopsListening() && receiver.stopsListening());
    }

    boolean supported() {
        return quirks().stream().noneMatch(Quirk::isMissingAbility);
    }

    boolean has(Quirk quirk) {
        return quirks().contains(quirk);
    }

    /** What is sent and how, for a table's row. */
    String what() {
        return route == Route.MAILBOX ? content.toString() : content + ", " + route;
    }

    @Override
    public String toString() {
        return sender.title() + " to " + receiver.title() + ": " + what() + ", " + site;
    }
}
