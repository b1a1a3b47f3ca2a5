package wormhole.plugin.server.mailbox;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The sides that ever claimed a nameplate or opened a mailbox. Immutable.
 *
 * @param all by name, in the order in which they came
 */
public record Sides(Map<String, Side> all) {
    static final Sides NONE = new Sides(Map.of());

    /** A wormhole has two ends. */
    private static final int MAX = 2;

    public Sides {
        all = Collections.unmodifiableMap(new LinkedHashMap<>(all));
    }

    /** Lets a side join, unless it came before: who is done with it stays so. */
    Sides joinedBy(String side, Instant now) {
        return know(side) ? this : with(side, new Side(true, now, null));
    }

    Sides leftBy(String side, @Nullable String mood) {
        Side known = all.get(side);
        return known == null ? this : with(side, known.done(mood));
    }

    private Sides with(String name, Side side) {
        Map<String, Side> changed = new LinkedHashMap<>(all);
        changed.put(name, side);
        return new Sides(changed);
    }

    boolean know(String side) {
        return all.containsKey(side);
    }

    boolean isActive(String side) {
        Side known = all.get(side);
        return known != null && known.active();
    }

    boolean anyActive() {
        return all.values().stream().anyMatch(Side::active);
    }

    /** Whether somebody came who can only be an intruder. */
    boolean areCrowded() {
        return all.size() > MAX;
    }
}
