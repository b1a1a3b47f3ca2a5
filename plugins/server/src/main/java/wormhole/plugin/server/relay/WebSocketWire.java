package wormhole.plugin.server.relay;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import wormhole.plugin.server.websocket.SocketConnection;
import wormhole.plugin.server.websocket.SocketHandler;

/**
 * One WebSocket connection of the relay. What it hears from the library's threads it hands to the loop's thread, where its
 * client lives.
 */
public final class WebSocketWire implements Wire, SocketHandler {
    /** So much may be on its way from the library's threads to the loop before reading stops. */
    private static final long MAX_IN_FLIGHT = 256 << 10;

    private final RelayLoop loop;
    private final SocketConnection socket;
    private final AtomicLong inFlight = new AtomicLong();
    private @Nullable RelayClient client;
    private boolean requested;
    private boolean paused;

    private WebSocketWire(RelayLoop loop, SocketConnection socket) {
        this.loop = loop;
        this.socket = socket;
    }

    /** Lets the relay serve a connection. */
    public static SocketHandler accept(RelayLoop loop, SocketConnection socket) {
        WebSocketWire wire = new WebSocketWire(loop, socket);
        loop.execute(wire::begin);
        return wire;
    }

    private void begin() {
        if (loop.relay().isFull()) {
            socket.drop();
        } else {
            client = loop.relay().connect(this);
        }
    }

    /** Transit is binary; whoever sends text wants something else. */
    @Override
    public void received(String text) {
        loop.execute(() -> hand(ByteBuffer.allocate(0)));
    }

    @Override
    public void received(ByteBuffer bytes) {
        // Paused before it is handed over, so that handing it over resumes.
        if (inFlight.addAndGet(bytes.remaining()) > MAX_IN_FLIGHT) {
            socket.pause();
        }
        loop.execute(() -> hand(bytes));
    }

    private void hand(ByteBuffer bytes) {
        inFlight.addAndGet(-bytes.remaining());
        if (client == null) {
            return;
        }
        if (requested) {
            client.received(bytes);
        } else {
            requested = true;
            client.requested(firstLine(bytes));
        }
        regulate();
    }

    /** The whole first message is the request, with or without a newline. */
    private static String firstLine(ByteBuffer bytes) {
        String line = StandardCharsets.ISO_8859_1.decode(bytes).toString();
        return line.endsWith("\n") ? line.substring(0, line.length() - 1) : line;
    }

    @Override
    public void drained() {
        loop.execute(() -> {
            if (client != null) {
                client.drained();
            }
        });
    }

    @Override
    public void closed() {
        loop.execute(() -> {
            if (client != null) {
                client.lost();
            }
        });
    }

    @Override
    public void write(ByteBuffer bytes) {
        socket.send(bytes);
        loop.buffers().giveBack(bytes);
    }

    @Override
    public boolean hasRoom() {
        return socket.hasRoom();
    }

    @Override
    public void pauseReading() {
        paused = true;
        regulate();
    }

    @Override
    public void resumeReading() {
        paused = false;
        regulate();
    }

    private void regulate() {
        if (paused || inFlight.get() > MAX_IN_FLIGHT) {
            socket.pause();
        } else {
            socket.resume();
        }
    }

    /** A WebSocket ends both ways at once. */
    @Override
    public void finishWriting() {
        close();
    }

    @Override
    public void close() {
        socket.close();
    }

    @Override
    public void drop() {
        socket.drop();
    }
}
