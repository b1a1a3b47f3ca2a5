package wormhole.engine.rendezvous;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/** How long to wait before the next attempt: 1 s, then half as much again each time, up to 60 s, with jitter. */
final class BackOff {
    private static final double FIRST_SECONDS = 1;
    private static final double FACTOR = 1.5;
    private static final double MOST_SECONDS = 60;
    /** A tenth each way, so that many clients of a server that was restarted do not come back all at once. */
    private static final double JITTER = 0.1;

    private final DoubleSupplier random;
    private double seconds = FIRST_SECONDS;

    /**
     * @param random uniform in [0, 1)
     */
    BackOff(DoubleSupplier random) {
        this.random = random;
    }

    Duration next() {
        double jittered = seconds * (1 - JITTER + 2 * JITTER * random.getAsDouble());
        seconds = Math.min(seconds * FACTOR, MOST_SECONDS);
        return Duration.ofMillis(Math.round(jittered * 1000));
    }

    void reset() {
        seconds = FIRST_SECONDS;
    }
}
