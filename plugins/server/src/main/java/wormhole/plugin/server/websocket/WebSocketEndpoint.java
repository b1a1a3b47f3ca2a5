package wormhole.plugin.server.websocket;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import wormhole.plugin.server.net.BufferPool;
import wormhole.plugin.server.net.ChannelAcceptor;
import wormhole.plugin.server.net.ChannelHandler;
import wormhole.plugin.server.net.Connection;
import wormhole.plugin.server.net.EventLoop;

/** A path where WebSockets are accepted. */
public final class WebSocketEndpoint implements ChannelAcceptor, AutoCloseable {
    /** Instead of a path: whatever the client asks for. */
    public static final String ANY_PATH = "*";

    private static final Duration CHECK_INTERVAL = Duration.ofSeconds(5);

    private final EventLoop loop;
    private final String path;
    private final SocketLimits limits;
    private final SocketAcceptor acceptor;
    private final Set<WebSocketChannel> channels = new LinkedHashSet<>();
    private final List<Runnable> whenIdle = new ArrayList<>();
    private final ByteBuffer scratch = ByteBuffer.allocate(BufferPool.BUFFER_BYTES);

    private WebSocketEndpoint(EventLoop loop, String path, SocketLimits limits, SocketAcceptor acceptor) {
        this.loop = loop;
        this.path = path;
        this.limits = limits;
        this.acceptor = acceptor;
    }

    /**
     * Makes an endpoint for connections of a loop's ports.
     *
     * @param path such as {@code /v1}, or {@link #ANY_PATH}
     */
    public static WebSocketEndpoint on(EventLoop loop, String path, SocketLimits limits, SocketAcceptor acceptor) {
        WebSocketEndpoint endpoint = new WebSocketEndpoint(loop, path, limits, acceptor);
        loop.every(CHECK_INTERVAL, endpoint::checkTimes);
        return endpoint;
    }

    @Override
    public ChannelHandler accept(Connection tcp) {
        WebSocketChannel channel = new WebSocketChannel(this, tcp);
        channels.add(channel);
        return channel;
    }

    void forget(WebSocketChannel channel) {
        channels.remove(channel);
        if (channels.isEmpty()) {
            whenIdle.forEach(Runnable::run);
            whenIdle.clear();
        }
    }

    /** Does something once, on the loop, as soon as nobody is connected. May be called from any thread. */
    public void whenIdle(Runnable effect) {
        loop.execute(() -> {
            if (channels.isEmpty()) {
                effect.run();
            } else {
                whenIdle.add(effect);
            }
        });
    }

    EventLoop loop() {
        return loop;
    }

    SocketLimits limits() {
        return limits;
    }

    SocketAcceptor acceptor() {
        return acceptor;
    }

    /** Whether this is the place that a client asks for. */
    boolean isAt(String resource) {
        String asked = resource.replaceFirst("[?#].*", "").replaceFirst("/$", "");
        return path.equals(ANY_PATH) || asked.equals(path);
    }

    /** A copy for the library, which reads no other buffers and keeps none; good until the next call. */
    ByteBuffer onHeap(ByteBuffer bytes) {
        return scratch.clear().put(bytes).flip();
    }

    private void checkTimes() {
        List<WebSocketChannel> all = new ArrayList<>(channels);
        all.forEach(WebSocketChannel::checkTime);
    }

    /** Says goodbye to all clients. The loop goes on and has to be closed after this. */
    @Override
    public void close() {
        loop.execute(() -> channels.forEach(WebSocketChannel::sayGoodbye));
    }
}
