package wormhole.plugin.server.websocket;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.handshake.ClientHandshake;
import org.jspecify.annotations.Nullable;
import wormhole.plugin.server.net.ChannelHandler;
import wormhole.plugin.server.net.Connection;

/**
 * One WebSocket over one TCP connection: the library speaks the protocol, the event loop moves the bytes. (The library's own
 * server bounds neither what it queues nor an opening handshake, and loses sight of data now and then when it is read and
 * written at the same moment.)
 */
final class WebSocketChannel implements ChannelHandler, SocketConnection {
    /** More than any browser or proxy sends. */
    private static final int MAX_HANDSHAKE_BYTES = 16 << 10;

    private static final Duration HANDSHAKE_WITHIN = Duration.ofSeconds(30);
    private static final Duration PING_INTERVAL = Duration.ofMinutes(1);
    private static final Duration SILENT_FOR = Duration.ofMinutes(3);

    private final WebSocketEndpoint endpoint;
    private final Connection tcp;
    private final WebSocketImpl socket;
    private final OutgoingFrames outgoing;
    private int handshakeBytes;
    /** When the handshake began, then when the last bytes came. */
    private long lastHeard;

    private long lastPinged;
    /** It asked for so much and took so little that nothing more is done for it. */
    private boolean overflowed;

    private @Nullable ClientHandshake request;
    private @Nullable SocketHandler handler;

    WebSocketChannel(WebSocketEndpoint endpoint, Connection tcp) {
        this.endpoint = endpoint;
        this.tcp = tcp;
        this.lastHeard = endpoint.loop().now();
        this.lastPinged = lastHeard;
        this.socket = new WebSocketImpl(
                new LibraryListener(this),
                List.of(new BoundedDraft(endpoint.limits().frameBytes())));
        this.outgoing = new OutgoingFrames(
                socket, tcp, endpoint.loop(), endpoint.limits().queuedBytes(), this::drained);
    }

    @Override
    public void received(ByteBuffer bytes) {
        if (request == null) {
            handshakeBytes += bytes.remaining();
            if (handshakeBytes > MAX_HANDSHAKE_BYTES) {
                tcp.dropSoon();
                return;
            }
        }
        if (request != null) {
            lastHeard = endpoint.loop().now();
        }
        socket.decode(endpoint.onHeap(bytes));
        endpoint.loop().buffers().giveBack(bytes);
    }

    boolean isWanted(String resource) {
        return endpoint.isAt(resource);
    }

    void opened(ClientHandshake handshake) {
        request = handshake;
        handler = endpoint.acceptor().accept(this);
    }

    void heard(String text) {
        if (handler != null && !overflowed) {
            handler.received(text);
        }
    }

    void heard(ByteBuffer bytes) {
        if (handler != null && !overflowed) {
            handler.received(bytes);
        }
    }

    /** The library has frames to send, or wants to close after the last one. */
    void hasFrames() {
        if (socket.isFlushAndClose()) {
            endpoint.loop().execute(this::tellClosed);
        }
        outgoing.flushSoon();
    }

    @Override
    public void ended() {
        over();
    }

    /** Lets the client hang up: to a reset, its system would forget the goodbye that it has not read yet. */
    void over() {
        tellClosed();
        tcp.close();
    }

    @Override
    public void lost() {
        endpoint.forget(this);
        tellClosed();
    }

    private void tellClosed() {
        SocketHandler told = handler;
        handler = null;
        if (told != null) {
            told.closed();
        }
    }

    @Override
    public void drained() {
        if (handler != null) {
            handler.drained();
        }
    }

    void checkTime() {
        long now = endpoint.loop().now();
        Duration patience = request == null ? HANDSHAKE_WITHIN : SILENT_FOR;
        if (now - lastHeard > patience.toNanos()) {
            tcp.dropSoon();
        } else if (socket.isOpen() && now - lastPinged > PING_INTERVAL.toNanos()) {
            lastPinged = now;
            socket.sendPing();
        }
    }

    void sayGoodbye() {
        socket.close(CloseFrame.GOING_AWAY, "the server stops");
    }

    @Override
    public InetSocketAddress remoteAddress() {
        return tcp.remoteAddress();
    }

    @Override
    public String header(String name) {
        return request == null ? "" : request.getFieldValue(name);
    }

    @Override
    public void send(String text) {
        if (mayBeSent(text.length())) {
            socket.send(text);
        }
    }

    @Override
    public void send(ByteBuffer bytes) {
        if (mayBeSent(bytes.remaining())) {
            socket.send(bytes);
        }
    }

    private boolean mayBeSent(int bytes) {
        if (!overflowed && !outgoing.hasRoomFor(bytes)) {
            overflowed = true;
            tcp.dropSoon();
        }
        return !overflowed && socket.isOpen();
    }

    @Override
    public boolean hasRoom() {
        return outgoing.hasRoom();
    }

    @Override
    public void pauseReading() {
        tcp.pauseReading();
    }

    @Override
    public void resumeReading() {
        tcp.resumeReading();
    }

    @Override
    public void close() {
        socket.close(CloseFrame.NORMAL);
    }

    @Override
    public void drop() {
        tcp.dropSoon();
    }
}
