package wormhole.engine.transfer;

import java.time.Duration;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;
import wormhole.spi.text.TimeSpan;

/** The moment until which something is waited for. */
public final class Deadline {
    /** A century is for ever; three of them do not fit into nanoseconds. */
    private static final Duration MOST = Duration.ofDays(36_500);

    private final String what;
    private final Duration limit;
    private final long end;

    private Deadline(String what, Duration limit) {
        this.what = what;
        this.limit = limit;
        this.end = System.nanoTime() + (limit.compareTo(MOST) > 0 ? MOST : limit).toNanos();
    }

    /**
     * Begins to wait.
     *
     * @param what is waited for, for people on both sides, such as {@code "offer"}
     */
    public static Deadline of(String what, Duration limit) {
        return new Deadline(what, limit);
    }

    /** How long there still is, zero at the least. */
    Duration left() {
        return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }

    /** It was waited for in vain. */
    WormholeException missed() {
        return new WormholeException(
                ErrorCode.TIMEOUT, "no " + what + " came from the other side within " + TimeSpan.of(limit));
    }
}
