package wormhole.spi;

import java.util.Optional;

/**
 * A kind of thing that can be sent within the file transfer application: a text, a file, a directory. On the wire it is one
 * key of the {@code offer} object (file transfer protocol).
 *
 * <p>For a request to send, the host asks every loaded type, in the order of {@link #rank} and then of the plugin ids,
 * until one prepares an offer. For an offer that arrives, the host picks the type whose {@link #key} it holds.
 */
public interface OfferType {
    /** The key in the offer, {@code [a-z][a-z0-9_-]*}, unique among the loaded types. */
    String key();

    /** How the content travels. */
    Delivery delivery();

    /** Types with a smaller rank are asked first; the built-in ones use 100 to 300. */
    default int rank() {
        return 1000;
    }

    /**
     * Looks at what a person wants to send and prepares an offer if it is of this type. Everything that can be found out
     * before a code is spoken is found out here: missing files, unreadable files, sizes.
     *
     * @return empty if another type may be responsible
     */
    Optional<OutgoingOffer> prepare(SendRequest request) throws WormholeException;

    /**
     * Handles an offer of this type from the peer, from checking it to the last byte in its place. Returns when everything
     * was received, verified and acknowledged.
     */
    void receive(Receiving receiving) throws WormholeException;
}
