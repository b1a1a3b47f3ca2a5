package wormhole.plugin.server.websocket;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import org.java_websocket.WebSocket;
import org.java_websocket.WebSocketAdapter;
import org.java_websocket.drafts.Draft;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.handshake.Handshakedata;
import org.java_websocket.handshake.ServerHandshakeBuilder;

/** Hears from the library what the protocol means. */
final class LibraryListener extends WebSocketAdapter {
    private final WebSocketChannel channel;

    LibraryListener(WebSocketChannel channel) {
        this.channel = channel;
    }

    @Override
    public ServerHandshakeBuilder onWebsocketHandshakeReceivedAsServer(
            WebSocket socket, Draft draft, ClientHandshake request) throws InvalidDataException {
        if (!channel.isWanted(request.getResourceDescriptor())) {
            throw new InvalidDataException(CloseFrame.REFUSE, "nothing here");
        }
        return super.onWebsocketHandshakeReceivedAsServer(socket, draft, request);
    }

    @Override
    public void onWebsocketOpen(WebSocket socket, Handshakedata handshake) {
        channel.opened((ClientHandshake) handshake);
    }

    @Override
    public void onWebsocketMessage(WebSocket socket, String message) {
        channel.heard(message);
    }

    @Override
    public void onWebsocketMessage(WebSocket socket, ByteBuffer message) {
        channel.heard(message);
    }

    @Override
    public void onWriteDemand(WebSocket socket) {
        channel.hasFrames();
    }

    /** The client answered our goodbye, or broke the protocol. */
    @Override
    public void onWebsocketClose(WebSocket socket, int code, String reason, boolean remote) {
        channel.over();
    }

    @Override
    public void onWebsocketClosing(WebSocket socket, int code, String reason, boolean remote) {}

    @Override
    public void onWebsocketCloseInitiated(WebSocket socket, int code, String reason) {}

    @Override
    public void onWebsocketError(WebSocket socket, Exception e) {
        if (e instanceof RuntimeException) {
            // A fault of ours costs one connection, not the server.
            channel.drop();
        }
    }

    @Override
    public InetSocketAddress getLocalSocketAddress(WebSocket socket) {
        throw new UnsupportedOperationException("the server has no use for it");
    }

    @Override
    public InetSocketAddress getRemoteSocketAddress(WebSocket socket) {
        return channel.remoteAddress();
    }
}
