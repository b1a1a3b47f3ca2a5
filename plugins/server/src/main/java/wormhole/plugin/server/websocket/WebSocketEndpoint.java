package wormhole.plugin.server.websocket;

import java.nio.channels.ServerSocketChannel;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;

/** A path on a port where WebSockets are accepted, with threads of its own. */
public final class WebSocketEndpoint implements AutoCloseable {
    /** Instead of a path: whatever the client asks for. */
    public static final String ANY_PATH = "*";

    private static final int STOP_MILLIS = 2000;

    private final LibraryServer server;
    private final GuardedSockets sockets;

    private WebSocketEndpoint(LibraryServer server, GuardedSockets sockets) {
        this.server = server;
        this.sockets = sockets;
    }

    /**
     * Begins to accept.
     *
     * @param channel bound; it belongs to the endpoint from now on
     * @param onFailure hears if the endpoint has to stop by itself
     * @param path such as {@code /v1}, or {@link #ANY_PATH}
     */
    public static WebSocketEndpoint open(
            ServerSocketChannel channel,
            String path,
            SocketLimits limits,
            SocketAcceptor acceptor,
            Consumer<Exception> onFailure)
            throws WormholeException {
        GuardedSockets sockets = new GuardedSockets(limits);
        LibraryServer server = new LibraryServer(channel, path, limits, sockets, acceptor, onFailure);
        server.start();
        try {
            server.started().join();
        } catch (CompletionException e) {
            throw new WormholeException(ErrorCode.INTERNAL, "the WebSocket server did not start", e.getCause());
        }
        return new WebSocketEndpoint(server, sockets);
    }

    /** To be called every few seconds. */
    public void closeLateHandshakes() {
        sockets.closeLateHandshakes();
    }

    @Override
    public void close() {
        try {
            server.stop(STOP_MILLIS, "the server stops");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // Clients that do not read never hear the goodbye.
        sockets.closeAll();
    }
}
