package wormhole.spi;

import java.util.Map;

/** A service that has been started. */
public interface RunningService extends AutoCloseable {
    /** Where it can be reached, by name, in order, such as {@code mailbox -> ws://127.0.0.1:4000/v1}. */
    Map<String, String> endpoints();

    /** Stops it gracefully, within 5 seconds, and gives everything back. May be called twice. */
    @Override
    void close();
}
