package wormhole.plugin.server.mailbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One side's part in a nameplate or mailbox. Immutable.
 *
 * @param active whether it still holds it, or is already done with it
 * @param added when it came
 * @param mood what it said when it closed, or null
 */
public record Side(boolean active, Instant added, @Nullable String mood) {
    Side done(@Nullable String newMood) {
        return new Side(false, added, newMood);
    }
}
