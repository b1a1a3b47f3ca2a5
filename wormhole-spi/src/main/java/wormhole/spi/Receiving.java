package wormhole.spi;

import java.nio.channels.WritableByteChannel;

/**
 * What the host gives to the type of an offer that came. The usual order: read {@link #offer}, find the destination and
 * check it, {@link #askConsent}, {@link #accept}, {@link #receiveAll} into a temporary file, verify, publish,
 * {@link #acknowledge}. Used from one thread.
 *
 * <p>A {@link WormholeException} that is thrown before or after {@link #accept} is told to the peer by the host.
 */
public interface Receiving {
    /** The value under the type's key in the offer: hostile input. */
    PeerValue offer();

    /** What the person at this side asked for. */
    ReceiveRequest request();

    /** The person at this side. */
    UserInterface ui();

    /**
     * Makes sure that the person at this side wants it: by an option given in advance, or by asking.
     *
     * @param summary what is offered and where it would go, one line
     * @throws WormholeException {@link ErrorCode#REJECTED_HERE} if not, {@link ErrorCode#NO_ANSWER} if there is nobody to
     *     ask
     */
    void askConsent(String summary) throws WormholeException;

    /**
     * Tells the peer that the offer is rejected, for a type that then returns as if all were done: the person at this side
     * had said that they can go without. Called at most once, instead of {@link #accept}.
     */
    void decline() throws WormholeException;

    /** Tells the peer that the offer is accepted. Called once. */
    void accept() throws WormholeException;

    /**
     * Receives records until exactly {@code size} bytes have come, writes them to the sink, and shows progress.
     *
     * @return the SHA-256 of all bytes, 32 bytes
     * @throws WormholeException {@link ErrorCode#PEER_LOST} if the peer goes away before, {@link ErrorCode#INTEGRITY} if
     *     it sends more than announced or a record does not open
     */
    byte[] receiveAll(WritableByteChannel sink, long size) throws WormholeException;

    /** Confirms to the peer that everything is in its place. Called last, after the content is safe on disk. */
    void acknowledge(byte[] sha256) throws WormholeException;

    /** The encrypted records themselves, for content that is not one stream of bytes of known size. */
    RecordPipe pipe() throws WormholeException;
}
