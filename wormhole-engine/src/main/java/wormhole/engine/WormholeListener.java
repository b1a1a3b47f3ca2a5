package wormhole.engine;

import java.util.Optional;
import wormhole.engine.wire.Welcome;
import wormhole.spi.PeerValue;
import wormhole.spi.WormholeException;

/**
 * Hears what happens to a wormhole, as it happens. Called on the engine thread, one call at a time: an implementation must be
 * quick and must not wait for the wormhole. Each event is also a future of {@link Wormhole}.
 */
public interface WormholeListener {
    /** Hears nothing. */
    WormholeListener NONE = new WormholeListener() {};

    /** The server greets; again after each reconnect. */
    default void welcome(Welcome welcome) {}

    /** The code is known. */
    default void code(String code) {}

    /** There is a key, but the peer has not proved to have the same. */
    default void unverifiedKey() {}

    /** The peer has proved to have the same key. */
    default void verifier(byte[] verifier) {}

    /** The peer's {@code app_versions}. */
    default void versions(PeerValue versions) {}

    /** A message of the peer; it is also given to {@link Wormhole#receive}. */
    default void message(byte[] message) {}

    default void status(WormholeStatus status) {}

    /** The end, once; empty after a normal goodbye. */
    default void closed(Optional<WormholeException> failure) {}
}
