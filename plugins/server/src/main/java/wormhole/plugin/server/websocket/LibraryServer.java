package wormhole.plugin.server.websocket;

import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.java_websocket.WebSocket;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.drafts.Draft;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.framing.Framedata;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.handshake.ServerHandshakeBuilder;
import org.java_websocket.server.WebSocketServer;
import org.jspecify.annotations.Nullable;

/** The library's server: one thread that reads and writes, a few that decode and call the handlers. */
final class LibraryServer extends WebSocketServer {
    /** The library pings this often and gives up after one and a half of it without an answer. */
    private static final int PING_SECONDS = 120;
    /** Answers to pings that wait for a client that does not read. */
    private static final int MAX_QUEUED_FRAMES = 10_000;

    private final String path;
    private final SocketLimits limits;
    private final SocketAcceptor acceptor;
    private final Consumer<Exception> onFailure;
    private final CompletableFuture<Void> started = new CompletableFuture<>();

    LibraryServer(
            ServerSocketChannel channel,
            String path,
            SocketLimits limits,
            GuardedSockets sockets,
            SocketAcceptor acceptor,
            Consumer<Exception> onFailure) {
        super(channel);
        this.path = path;
        this.limits = limits;
        this.acceptor = acceptor;
        this.onFailure = onFailure;
        setWebSocketFactory(sockets);
        setTcpNoDelay(true);
        // The library would switch it off, and the port could not be taken again for a minute after a stop.
        setReuseAddr(true);
        setDaemon(true);
        setConnectionLostTimeout(PING_SECONDS);
    }

    CompletableFuture<Void> started() {
        return started;
    }

    @Override
    public void onStart() {
        started.complete(null);
    }

    @Override
    public ServerHandshakeBuilder onWebsocketHandshakeReceivedAsServer(
            WebSocket socket, Draft draft, ClientHandshake request) throws InvalidDataException {
        if (!leadsHere(request.getResourceDescriptor())) {
            throw new InvalidDataException(CloseFrame.REFUSE, "nothing here");
        }
        return super.onWebsocketHandshakeReceivedAsServer(socket, draft, request);
    }

    private boolean leadsHere(String resource) {
        String asked = resource.replaceFirst("[?#].*", "").replaceFirst("/$", "");
        return path.equals(WebSocketEndpoint.ANY_PATH) || asked.equals(path);
    }

    @Override
    public void onOpen(WebSocket socket, ClientHandshake handshake) {
        GuardedChannel channel = (GuardedChannel) ((WebSocketImpl) socket).getChannel();
        SocketHandler handler = acceptor.accept(new SocketConnection(socket, channel, limits, handshake));
        socket.setAttachment(handler);
        channel.handshakeDone(handler::drained);
    }

    @Override
    public void onMessage(WebSocket socket, String text) {
        SocketHandler handler = socket.getAttachment();
        handler.received(text);
    }

    @Override
    public void onMessage(WebSocket socket, ByteBuffer bytes) {
        SocketHandler handler = socket.getAttachment();
        handler.received(bytes);
    }

    @Override
    public void onWebsocketPing(WebSocket socket, Framedata ping) {
        if (((WebSocketImpl) socket).outQueue.size() > MAX_QUEUED_FRAMES) {
            socket.closeConnection(CloseFrame.POLICY_VALIDATION, "");
        } else {
            super.onWebsocketPing(socket, ping);
        }
    }

    @Override
    public void onClose(WebSocket socket, int code, String reason, boolean remote) {
        SocketHandler handler = socket.getAttachment();
        if (handler != null) {
            handler.closed();
        }
    }

    @Override
    public void onError(@Nullable WebSocket socket, Exception e) {
        if (socket == null) {
            if (!started.completeExceptionally(e)) {
                onFailure.accept(e);
            }
        } else if (e instanceof RuntimeException) {
            // A fault of ours costs one connection, not the server.
            socket.closeConnection(CloseFrame.UNEXPECTED_CONDITION, "");
        }
    }
}
