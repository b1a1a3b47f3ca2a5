package wormhole.plugin.server.websocket;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * The bytes below one WebSocket. It stands between the library and its socket to bound the opening handshake, to stop
 * reading for a while, and to know how much is still to be written.
 */
final class GuardedChannel implements ByteChannel {
    /** More than any browser or proxy sends. */
    private static final int MAX_HANDSHAKE_BYTES = 16 << 10;
    /** Below this much in the queue there is room for more. */
    private static final long ROOM = 256 << 10;

    private final SocketChannel channel;
    private final SelectionKey key;
    private final Consumer<GuardedChannel> onClose;
    private final long accepted = System.nanoTime();
    private final AtomicLong queued = new AtomicLong();
    private final AtomicBoolean starved = new AtomicBoolean();
    private volatile Runnable onDrained = () -> {};
    private volatile boolean handshakeDone;
    private int handshakeBytes;
    private boolean paused;
    private boolean ended;

    GuardedChannel(SocketChannel channel, SelectionKey key, Consumer<GuardedChannel> onClose) {
        this.channel = channel;
        this.key = key;
        this.onClose = onClose;
    }

    /** From now on it is a WebSocket. */
    void handshakeDone(Runnable drained) {
        onDrained = drained;
        handshakeDone = true;
    }

    boolean isLate(long maxNanos) {
        return !handshakeDone && System.nanoTime() - accepted > maxNanos;
    }

    /** So many bytes are about to be written; the total that waits. */
    long queue(int bytes) {
        return queued.addAndGet(bytes);
    }

    /** If not, {@code drained} will run when there is. */
    boolean hasRoom() {
        if (queued.get() < ROOM) {
            return true;
        }
        starved.set(true);
        // The writer may have been faster than the line above, and would not look again.
        return queued.get() < ROOM;
    }

    synchronized void pause() {
        paused = true;
    }

    synchronized void resume() {
        if (paused) {
            paused = false;
            awaitInput();
        }
    }

    private void awaitInput() {
        try {
            key.interestOpsOr(SelectionKey.OP_READ);
            key.selector().wakeup();
        } catch (CancelledKeyException e) {
            // It was closed meanwhile; there is nothing to read.
        }
    }

    /** Makes the library believe that the client hung up, which it then handles on its own thread. */
    void end() {
        synchronized (this) {
            ended = true;
        }
        try {
            channel.shutdownInput();
        } catch (IOException e) {
            // It is closed or closing, which is what was wanted.
        }
        awaitInput();
    }

    @Override
    public synchronized int read(ByteBuffer target) throws IOException {
        if (ended) {
            return -1;
        }
        if (paused) {
            // The library asks for readiness again after each write, so this cannot be done once and for all.
            key.interestOpsAnd(~SelectionKey.OP_READ);
            return 0;
        }
        int count = channel.read(target);
        if (!handshakeDone && count > 0) {
            handshakeBytes += count;
            if (handshakeBytes > MAX_HANDSHAKE_BYTES) {
                throw new IOException("the opening handshake is too long");
            }
        }
        return count;
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        int count = channel.write(source);
        // Control frames are written without having been queued.
        long left = queued.updateAndGet(bytes -> Math.max(0, bytes - count));
        if (left < ROOM && starved.getAndSet(false)) {
            onDrained.run();
        }
        return count;
    }

    @Override
    public boolean isOpen() {
        return channel.isOpen();
    }

    @Override
    public void close() throws IOException {
        onClose.accept(this);
        channel.close();
    }
}
