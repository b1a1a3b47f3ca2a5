package wormhole.plugin.server.websocket;

import java.io.IOException;
import java.nio.channels.ByteChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.java_websocket.WebSocketAdapter;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.WebSocketServerFactory;
import org.java_websocket.drafts.Draft;
import org.java_websocket.drafts.Draft_6455;

/** Makes the sockets of one endpoint and knows all that are open, those still in the opening handshake included. */
final class GuardedSockets implements WebSocketServerFactory {
    private static final Duration HANDSHAKE_WITHIN = Duration.ofSeconds(30);

    private final SocketLimits limits;
    private final Set<GuardedChannel> open = ConcurrentHashMap.newKeySet();

    GuardedSockets(SocketLimits limits) {
        this.limits = limits;
    }

    @Override
    public WebSocketImpl createWebSocket(WebSocketAdapter adapter, Draft draft) {
        return createWebSocket(adapter, List.of(draft));
    }

    @Override
    public WebSocketImpl createWebSocket(WebSocketAdapter adapter, List<Draft> drafts) {
        return new WebSocketImpl(adapter, List.<Draft>of(new Draft_6455(List.of(), limits.frameBytes())));
    }

    @Override
    public ByteChannel wrapChannel(SocketChannel channel, SelectionKey key) throws IOException {
        if (open.size() >= limits.connections()) {
            throw new IOException("too many connections");
        }
        GuardedChannel guarded = new GuardedChannel(channel, key, open::remove);
        open.add(guarded);
        return guarded;
    }

    void closeLateHandshakes() {
        open.stream()
                .filter(channel -> channel.isLate(HANDSHAKE_WITHIN.toNanos()))
                .forEach(GuardedSockets::close);
    }

    /** The library asks for this when it stops, before it has said goodbye to the clients. */
    @Override
    public void close() {}

    void closeAll() {
        open.forEach(GuardedSockets::close);
    }

    private static void close(GuardedChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // Nothing depends on a connection that is given up.
        }
    }
}
