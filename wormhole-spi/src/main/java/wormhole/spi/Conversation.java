package wormhole.spi;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * An open wormhole between two people who have proved to each other that they know the same code: small messages in order,
 * each once, and on demand a pipe for bulk data. Blocking and interruptible; used from one thread.
 */
public interface Conversation {
    /** The person at this side. */
    UserInterface ui();

    /** The peer's {@code app_versions}. */
    PeerValue peerVersions();

    /** 32 bytes that are equal on both sides exactly if nobody is in the middle. */
    byte[] verifier();

    /** Sends one message; it may travel later, also over a new connection. */
    void send(byte[] message) throws WormholeException;

    /** Sends one message, a JSON object of maps, lists, texts, numbers and truth values. */
    void sendJson(Map<String, ?> message) throws WormholeException;

    /** Waits for the peer's next message. */
    byte[] receive() throws WormholeException;

    /** Waits for the peer's next message, which must be a JSON object. */
    PeerValue receiveJson() throws WormholeException;

    /**
     * Waits for the peer's next message, which must be a JSON object, but not longer than the limit.
     *
     * @return empty if none came in time; it can still be waited for
     */
    Optional<PeerValue> receiveJson(Duration limit) throws WormholeException;

    /**
     * A key that both sides can derive and nobody else.
     *
     * @param purpose distinct for each use; never starts with {@code wormhole:}
     * @param length in bytes, 1 to 8160 (RFC 5869)
     */
    byte[] deriveKey(String purpose, int length) throws WormholeException;

    /** Exchanges {@code transit} messages with the peer and connects; both sides must call it, with opposite roles. */
    RecordPipe connect(Role role) throws WormholeException;
}
