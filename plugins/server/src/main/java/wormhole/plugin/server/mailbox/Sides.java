package wormhole.plugin.server.mailbox;

import java.util.HashMap;
import java.util.Map;

/**
 * The sides that ever claimed a nameplate or opened a mailbox, each still active or already done with it. Immutable.
 *
 * @param active by side
 */
public record Sides(Map<String, Boolean> active) {
    static final Sides NONE = new Sides(Map.of());

    /** A wormhole has two ends. */
    private static final int MAX = 2;

    public Sides {
        active = Map.copyOf(active);
    }

    Sides with(String side, boolean isActive) {
        Map<String, Boolean> changed = new HashMap<>(active);
        changed.put(side, isActive);
        return new Sides(changed);
    }

    boolean know(String side) {
        return active.containsKey(side);
    }

    boolean isActive(String side) {
        return active.getOrDefault(side, false);
    }

    boolean anyActive() {
        return active.containsValue(true);
    }

    /** Whether somebody came who can only be an intruder. */
    boolean areCrowded() {
        return active.size() > MAX;
    }
}
