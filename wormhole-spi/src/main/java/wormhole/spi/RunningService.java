package wormhole.spi;

import java.time.Duration;
import java.util.Map;

/** A service that has been started. */
public interface RunningService extends AutoCloseable {
    /** Where it can be reached, by name, in order, such as {@code mailbox -> ws://127.0.0.1:4000/v1}. */
    Map<String, String> endpoints();

    /**
     * Waits until nobody uses it any more, so that stopping it disturbs nobody.
     *
     * @return whether nobody does, as far as it can tell
     */
    default boolean awaitIdle(Duration atMost) throws InterruptedException {
        return true;
    }

    /** Stops it gracefully, within 5 seconds, and gives everything back. May be called twice. */
    @Override
    void close();
}
