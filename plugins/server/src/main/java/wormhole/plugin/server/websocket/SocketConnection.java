package wormhole.plugin.server.websocket;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import org.java_websocket.WebSocket;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.handshake.ClientHandshake;

/** One WebSocket, open or closed. Its methods may be called from any thread and never block. */
public final class SocketConnection {
    /** The longest header of a frame that a server sends. */
    private static final int FRAME_HEADER_BYTES = 10;

    private final WebSocket socket;
    private final GuardedChannel channel;
    private final SocketLimits limits;
    private final ClientHandshake handshake;

    SocketConnection(WebSocket socket, GuardedChannel channel, SocketLimits limits, ClientHandshake handshake) {
        this.socket = socket;
        this.channel = channel;
        this.limits = limits;
        this.handshake = handshake;
    }

    public InetSocketAddress remoteAddress() {
        return socket.getRemoteSocketAddress();
    }

    /** A header of the opening request, empty if it is not there. */
    public String header(String name) {
        return handshake.getFieldValue(name);
    }

    /** Sends ASCII text. */
    public void send(String text) {
        if (fits(text.length())) {
            quietly(() -> socket.send(text));
        }
    }

    public void send(ByteBuffer bytes) {
        if (fits(bytes.remaining())) {
            quietly(() -> socket.send(bytes));
        }
    }

    private boolean fits(int bytes) {
        if (channel.queue(bytes + FRAME_HEADER_BYTES) <= limits.queuedBytes()) {
            return true;
        }
        drop();
        return false;
    }

    /** Whether more should be sent now. If not, {@link SocketHandler#drained} will be called. */
    public boolean hasRoom() {
        return channel.hasRoom();
    }

    /** Stops reading; a few frames that are already in memory may still arrive. */
    public void pause() {
        channel.pause();
    }

    public void resume() {
        channel.resume();
    }

    /** Closes in order, after what was sent. */
    public void close() {
        quietly(() -> socket.close(CloseFrame.NORMAL));
    }

    /** Ends the connection at once; the handler hears of it from another thread. */
    public void drop() {
        channel.end();
    }

    /** What is sent into a connection that just ended is lost like what was sent a moment before. */
    private static void quietly(Runnable action) {
        try {
            action.run();
        } catch (WebsocketNotConnectedException e) {
            // The handler hears of the end on its own.
        }
    }
}
