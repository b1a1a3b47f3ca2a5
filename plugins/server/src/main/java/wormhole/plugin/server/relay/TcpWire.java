package wormhole.plugin.server.relay;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One TCP connection of the relay. Everything happens on the loop's thread. */
final class TcpWire implements Wire {
    private final RelayLoop loop;
    private final SocketChannel channel;
    private final SelectionKey key;
    private final RelayClient client;
    private final Deque<ByteBuffer> backlog = new ArrayDeque<>(2);
    /** Null once the first line is read. */
    private @Nullable RequestReader requestReader = new RequestReader();

    private boolean inputEnded;
    private boolean finishing;
    private boolean outputEnded;
    private boolean closing;

    TcpWire(RelayLoop loop, SocketChannel channel, SelectionKey key, TransitRelay relay) {
        this.loop = loop;
        this.channel = channel;
        this.key = key;
        this.client = relay.connect(this);
    }

    /** The socket can be read or written. */
    void ready() {
        if (key.isValid() && key.isWritable()) {
            flush();
        }
        if (key.isValid() && key.isReadable()) {
            read();
        }
    }

    private void read() {
        ByteBuffer buffer = loop.buffers().take();
        int count = readInto(buffer);
        if (count > 0) {
            hand(buffer.flip());
            return;
        }
        loop.buffers().giveBack(buffer);
        if (count < 0) {
            inputEnded = true;
            want(SelectionKey.OP_READ, false);
            client.ended();
        }
    }

    /** Like reading a channel, but a broken connection drops the wire. */
    private int readInto(ByteBuffer buffer) {
        try {
            return channel.read(buffer);
        } catch (IOException e) {
            drop();
            return 0;
        }
    }

    private void hand(ByteBuffer buffer) {
        if (closing) {
            loop.buffers().giveBack(buffer);
            return;
        }
        if (requestReader != null) {
            Optional<String> line = requestReader.read(buffer);
            if (line.isPresent()) {
                requestReader = null;
                client.requested(line.get());
            }
        }
        if (buffer.hasRemaining()) {
            client.received(buffer);
        } else {
            loop.buffers().giveBack(buffer);
        }
    }

    @Override
    public void write(ByteBuffer bytes) {
        if (finishing || !key.isValid()) {
            return;
        }
        backlog.add(bytes);
        if (backlog.size() == 1 && !writeBacklog()) {
            want(SelectionKey.OP_WRITE, true);
        }
    }

    /** Writes what the socket takes; whether that was everything. */
    private boolean writeBacklog() {
        try {
            while (!backlog.isEmpty()) {
                ByteBuffer first = backlog.element();
                channel.write(first);
                if (first.hasRemaining()) {
                    return false;
                }
                loop.buffers().giveBack(backlog.remove());
            }
            return true;
        } catch (IOException e) {
            // Later: whoever is writing just now does not expect to be called back.
            loop.execute(this::drop);
            return false;
        }
    }

    private void flush() {
        if (writeBacklog()) {
            want(SelectionKey.OP_WRITE, false);
            if (finishing) {
                endOutput();
            } else {
                client.drained();
            }
        }
    }

    @Override
    public boolean hasRoom() {
        return backlog.isEmpty();
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
            channel.shutdownOutput();
        } catch (IOException e) {
            loop.execute(this::drop);
        }
        dropWhenOver();
    }

    /** A socket closed with unread bytes in it would destroy what is still on its way to the client: read them first. */
    @Override
    public void close() {
        if (closing) {
            return;
        }
        closing = true;
        resumeReading();
        finishWriting();
        dropWhenOver();
    }

    private void dropWhenOver() {
        if (closing && outputEnded && inputEnded) {
            loop.execute(this::drop);
        }
    }

    @Override
    public void drop() {
        if (!key.isValid()) {
            return;
        }
        key.cancel();
        backlog.clear();
        loop.close(channel);
        client.lost();
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
