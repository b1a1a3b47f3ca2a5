package wormhole.plugin.server.mailbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One message in a mailbox. Immutable.
 *
 * @param side who added it
 * @param phase what it is for; opaque to the server
 * @param body hex of what only the two sides can read; opaque to the server
 * @param received when the server got it
 * @param id the number that its sender gave it, a JSON scalar or null
 */
public record Message(
        String side,
        String phase,
        String body,
        Instant received,
        @Nullable Object id) {
    /** About what one message takes besides its texts. */
    private static final int OVERHEAD = 150;

    /** About what it takes. */
    public long bytes() {
        return (long) side.length() + phase.length() + body.length() + OVERHEAD;
    }

    @Override
    public String toString() {
        return "Message";
    }
}
