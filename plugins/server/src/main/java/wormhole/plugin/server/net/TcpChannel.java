package wormhole.plugin.server.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** One TCP connection. */
final class TcpChannel implements Connection, Selectable {
    /** For how long a client that was told goodbye may wait before it hangs up. */
    private static final Duration HANG_UP_WITHIN = Duration.ofSeconds(10);
    /** A slow reader behind full buffers of the system seems to stand still for minutes. */
    private static final Duration FLUSH_WITHIN = Duration.ofMinutes(10);

    private final EventLoop loop;
    private final SocketChannel socket;
    private final SelectionKey key;
    private final InetSocketAddress remote;
    private final Runnable onGone;
    private final Deque<ByteBuffer> backlog = new ArrayDeque<>(2);
    private long backlogBytes;
    private @Nullable ChannelHandler handler;
    private long lastWritten;
    private boolean inputEnded;
    private boolean finishing;
    private boolean outputEnded;
    private boolean closing;

    TcpChannel(EventLoop loop, SocketChannel socket, SelectionKey key, InetSocketAddress remote, Runnable onGone) {
        this.loop = loop;
        this.socket = socket;
        this.key = key;
        this.remote = remote;
        this.onGone = onGone;
    }

    void handleWith(ChannelHandler newHandler) {
        handler = newHandler;
    }

    @Override
    public InetSocketAddress remoteAddress() {
        return remote;
    }

    @Override
    public void ready() {
        try {
            if (key.isValid() && key.isWritable()) {
                flush();
            }
            if (key.isValid() && key.isReadable()) {
                read();
            }
        } catch (RuntimeException | OutOfMemoryError e) {
            // It costs this connection and no other.
            drop();
        }
    }

    private void read() {
        ByteBuffer buffer = loop.buffers().take();
        int count = readInto(buffer);
        if (count > 0 && !closing && handler != null) {
            handler.received(buffer.flip());
            return;
        }
        loop.buffers().giveBack(buffer);
        if (count < 0) {
            endInput();
        }
    }

    /** Like reading the socket, but a broken one is dropped. */
    private int readInto(ByteBuffer buffer) {
        try {
            return socket.read(buffer);
        } catch (IOException e) {
            drop();
            return 0;
        }
    }

    private void endInput() {
        inputEnded = true;
        want(SelectionKey.OP_READ, false);
        if (!closing && handler != null) {
            handler.ended();
        }
        dropWhenOver();
    }

    @Override
    public void write(ByteBuffer bytes) {
        if (finishing || !key.isValid()) {
            return;
        }
        backlog.add(bytes);
        backlogBytes += bytes.remaining();
        if (backlog.size() == 1 && !writeBacklog()) {
            want(SelectionKey.OP_WRITE, true);
        }
    }

    /** Writes what the socket takes; whether that was everything. */
    private boolean writeBacklog() {
        try {
            while (!backlog.isEmpty()) {
                ByteBuffer first = backlog.element();
                backlogBytes -= socket.write(first);
                if (first.hasRemaining()) {
                    return false;
                }
                loop.buffers().giveBack(backlog.remove());
            }
            return true;
        } catch (IOException e) {
            // Later: whoever is writing just now does not expect to be called back.
            dropSoon();
            return false;
        }
    }

    private void flush() {
        lastWritten = loop.now();
        if (!writeBacklog()) {
            return;
        }
        want(SelectionKey.OP_WRITE, false);
        if (finishing) {
            endOutput();
        } else if (handler != null) {
            handler.drained();
        }
    }

    @Override
    public long backlogBytes() {
        return backlogBytes;
    }

    @Override
    public void pauseReading() {
        want(SelectionKey.OP_READ, false);
    }

    @Override
    public void resumeReading() {
        want(SelectionKey.OP_READ, !inputEnded);
    }

    @Override
    public void finishWriting() {
        finishing = true;
        if (backlog.isEmpty()) {
            endOutput();
        }
    }

    private void endOutput() {
        if (outputEnded) {
            return;
        }
        outputEnded = true;
        try {
            socket.shutdownOutput();
        } catch (IOException e) {
            dropSoon();
        }
        dropWhenOver();
    }

    @Override
    public void close() {
        if (closing) {
            return;
        }
        closing = true;
        lastWritten = loop.now();
        loop.watchClosing(this);
        resumeReading();
        finishWriting();
        dropWhenOver();
    }

    private void dropWhenOver() {
        if (closing && outputEnded && inputEnded) {
            dropSoon();
        }
    }

    /** Whether it needs no watching any more; what takes too long is dropped. */
    boolean hasClosedInTime() {
        Duration patience = backlog.isEmpty() ? HANG_UP_WITHIN : FLUSH_WITHIN;
        if (loop.now() - lastWritten > patience.toNanos()) {
            drop();
        }
        return !key.isValid();
    }

    @Override
    public void dropSoon() {
        loop.execute(this::drop);
    }

    @Override
    public void drop() {
        if (!key.isValid()) {
            return;
        }
        key.cancel();
        backlog.clear();
        try {
            socket.close();
        } catch (IOException e) {
            // Nothing depends on a connection that is given up.
        }
        onGone.run();
        if (handler != null) {
            handler.lost();
        }
    }

    private void want(int operation, boolean wanted) {
        if (!key.isValid()) {
            return;
        }
        if (wanted) {
            key.interestOpsOr(operation);
        } else {
            key.interestOpsAnd(~operation);
        }
    }
}
