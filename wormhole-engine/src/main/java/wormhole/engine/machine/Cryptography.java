package wormhole.engine.machine;

import wormhole.spi.WormholeException;

/** What the machines need to have done with keys, and do not do themselves. */
public interface Cryptography {
    /** Begins the key exchange; returns the body of our {@code pake} message. */
    byte[] start(String code);

    /**
     * Ends the key exchange.
     *
     * @param body of the peer's {@code pake} message
     * @throws WormholeException if it is nothing that an honest peer sends
     */
    Session finish(byte[] body) throws WormholeException;

    /** What can be done once there is a key. */
    interface Session {
        byte[] verifier();

        byte[] seal(String side, String phase, byte[] plaintext);

        /** Opens what the peer sealed; fails if it was not sealed with the same key. */
        byte[] open(String side, String phase, byte[] body) throws WormholeException;
    }
}
