package wormhole.engine.transit;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import wormhole.spi.WormholeException;

/** Why something ended: the first reason counts, what follows from it does not. Thread-safe. */
final class Failure {
    private final AtomicReference<@Nullable WormholeException> first = new AtomicReference<>();

    void set(WormholeException reason) {
        first.compareAndSet(null, reason);
    }

    boolean isThere() {
        return first.get() != null;
    }

    WormholeException or(WormholeException otherwise) {
        WormholeException known = first.get();
        return known != null ? known : otherwise;
    }

    void throwIfAny() throws WormholeException {
        WormholeException known = first.get();
        if (known != null) {
            throw known;
        }
    }
}
