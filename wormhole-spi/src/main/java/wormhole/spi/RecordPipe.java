package wormhole.spi;

import java.nio.ByteBuffer;

/**
 * An encrypted, authenticated, ordered, two-way pipe of records to the peer (transit protocol). One thread may send while
 * another receives. Buffers are the pipe's own and are used again, so that nothing is copied that need not be: ask for a
 * buffer, fill it, flip it, send it.
 */
public interface RecordPipe extends AutoCloseable {
    /**
     * An empty buffer for the next record, its capacity the preferred size of a record. Waits while all buffers are on
     * their way.
     */
    ByteBuffer buffer() throws WormholeException;

    /**
     * Sends what stands between position and limit of a buffer that came from {@link #buffer}, which must not be touched
     * afterwards. May return before the record has left; a failure is thrown by a later call, at the latest by
     * {@link #flush}.
     */
    void send(ByteBuffer record) throws WormholeException;

    /** Waits until everything sent has been handed to the operating system. */
    void flush() throws WormholeException;

    /**
     * Waits for the next record.
     *
     * @return its plaintext between position and limit, possibly empty, valid until the next call
     * @throws WormholeException {@link ErrorCode#PEER_LOST} when the peer closes, {@link ErrorCode#INTEGRITY} when a
     *     record was forged, repeated, left out or reordered, {@link ErrorCode#TIMEOUT} when nothing moves
     */
    ByteBuffer receive() throws WormholeException;

    /** Where the data goes, such as {@code direct to 192.168.1.7:4711}. */
    String path();

    /** Sends a short record. */
    default void send(byte[] record) throws WormholeException {
        ByteBuffer buffer = buffer();
        if (record.length > buffer.remaining()) {
            throw new WormholeException(ErrorCode.INTERNAL, "a record of " + record.length + " bytes is too long");
        }
        send(buffer.put(record).flip());
    }

    /** Closes the connection; waits for nothing, so {@link #flush} first. May be called from any thread, and twice. */
    @Override
    void close();
}
