package wormhole.spi;

import java.nio.channels.ReadableByteChannel;

/** What the host gives to an offer whose content is to be sent now. Used from one thread. */
public interface Sending {
    /** The person at this side. */
    UserInterface ui();

    /**
     * Sends exactly {@code size} bytes of a source as records, shows progress, then waits until the peer has confirmed the
     * same SHA-256 (file transfer protocol, {@code ack}).
     *
     * @throws WormholeException {@link ErrorCode#FILE_CHANGED} if the source ends early or goes on,
     *     {@link ErrorCode#INTEGRITY} if the peer got something else, {@link ErrorCode#NOT_CONFIRMED} if it does not say
     */
    void sendAll(ReadableByteChannel source, long size) throws WormholeException;

    /** The encrypted records themselves, for content that is not one stream of bytes of known size. */
    RecordPipe pipe() throws WormholeException;
}
