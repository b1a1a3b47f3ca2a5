package wormhole.plugin.server.websocket;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.java_websocket.WebSocketImpl;
import wormhole.plugin.server.net.Connection;
import wormhole.plugin.server.net.EventLoop;

/** Takes one WebSocket's frames from the library to the network, those of one moment together. */
final class OutgoingFrames {
    /** Up to this much it is cheaper to copy frames together than to write each. */
    private static final int MAX_JOINED = 16 << 10;

    /** With less than this in the queue there is room for more. */
    private static final long ROOM = 256 << 10;

    private final WebSocketImpl socket;
    private final Connection tcp;
    private final EventLoop loop;
    private final long maxQueued;
    private final Runnable onRoom;
    private boolean flushing;
    /** What the library holds. */
    private long pendingBytes;
    /** Somebody has more to send and waits to be told. */
    private boolean awaited;

    OutgoingFrames(WebSocketImpl socket, Connection tcp, EventLoop loop, long maxQueued, Runnable onRoom) {
        this.socket = socket;
        this.tcp = tcp;
        this.loop = loop;
        this.maxQueued = maxQueued;
        this.onRoom = onRoom;
    }

    /** Whether so much more can be sent without holding too much for a client that does not read. */
    boolean hasRoomFor(int bytes) {
        pendingBytes += bytes;
        return pendingBytes + tcp.backlogBytes() <= maxQueued;
    }

    /** Whether more should be sent now; if not, {@code onRoom} runs once it should. */
    boolean hasRoom() {
        boolean full = pendingBytes + tcp.backlogBytes() >= ROOM;
        awaited |= full;
        return !full;
    }

    void flushSoon() {
        if (!flushing) {
            flushing = true;
            loop.execute(this::flush);
        }
    }

    private void flush() {
        flushing = false;
        pendingBytes = 0;
        List<ByteBuffer> frames = new ArrayList<>();
        socket.outQueue.drainTo(frames);
        int bytes = frames.stream().mapToInt(ByteBuffer::remaining).sum();
        if (frames.size() > 1 && bytes <= MAX_JOINED) {
            tcp.write(joined(frames, bytes));
        } else {
            frames.forEach(tcp::write);
        }
        if (socket.isFlushAndClose()) {
            tcp.close();
        } else if (tcp.backlogBytes() > maxQueued) {
            // Even with nothing but pongs.
            tcp.dropSoon();
        } else if (awaited && tcp.backlogBytes() == 0) {
            awaited = false;
            onRoom.run();
        }
    }

    private static ByteBuffer joined(List<ByteBuffer> frames, int bytes) {
        ByteBuffer all = ByteBuffer.allocate(bytes);
        frames.forEach(all::put);
        return all.flip();
    }
}
