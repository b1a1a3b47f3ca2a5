package wormhole.plugin.server.net;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;

/** Buffers to read into, used again and again. For one thread. */
public final class BufferPool {
    /** The capacity of each. */
    public static final int BUFFER_BYTES = 64 << 10;

    /** A buffer costs much to make, for the system clears it first: keep what a few hundred pairs at once hold. */
    private static final int MAX_SPARE = 512;

    private final Deque<ByteBuffer> spare = new ArrayDeque<>();

    /** An empty buffer, outside of the heap: sockets read and write it without a copy. */
    public ByteBuffer take() {
        ByteBuffer buffer = spare.poll();
        return buffer == null ? ByteBuffer.allocateDirect(BUFFER_BYTES) : buffer;
    }

    /** Takes a buffer back; one that is not from here is left to the garbage collector. */
    public void giveBack(ByteBuffer buffer) {
        if (buffer.isDirect() && buffer.capacity() == BUFFER_BYTES && spare.size() < MAX_SPARE) {
            spare.push(buffer.clear());
        }
    }
}
