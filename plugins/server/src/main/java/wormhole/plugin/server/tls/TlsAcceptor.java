package wormhole.plugin.server.tls;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import wormhole.plugin.server.net.ChannelAcceptor;
import wormhole.plugin.server.net.ChannelHandler;
import wormhole.plugin.server.net.Connection;
import wormhole.plugin.server.net.EventLoop;

/**
 * Lets connections in that speak TLS 1.2 or 1.3, and hands them on once their handshake is over. The costly part of handshakes is
 * done on threads of its own, so that those who are connected already need not wait.
 */
public final class TlsAcceptor implements ChannelAcceptor, AutoCloseable {
    /** For a handshake, from the first byte to the last. */
    static final Duration HANDSHAKE_WITHIN = Duration.ofSeconds(15);

    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};
    private static final Duration CHECK_INTERVAL = Duration.ofSeconds(1);
    /** Whole records that go out together. */
    private static final int RECORDS = 5;

    private final EventLoop loop;
    private final Supplier<SSLContext> context;
    private final ChannelAcceptor inner;
    private final Set<TlsConnection> shakingHands = new LinkedHashSet<>();
    private final ExecutorService threads;
    private ByteBuffer scratch = ByteBuffer.allocate(0);

    /**
     * Makes an acceptor of a port.
     *
     * @param context for connections that begin now
     * @param inner gets what is safe from now on
     */
    public TlsAcceptor(EventLoop loop, Supplier<SSLContext> context, ChannelAcceptor inner) {
        this.loop = loop;
        this.context = context;
        this.inner = inner;
        threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), task -> {
            Thread made = new Thread(task, "TLS handshake");
            made.setDaemon(true);
            return made;
        });
        loop.every(CHECK_INTERVAL, this::checkTimes);
    }

    @Override
    public ChannelHandler accept(Connection raw) {
        SSLEngine engine = context.get().createSSLEngine();
        engine.setUseClientMode(false);
        engine.setEnabledProtocols(PROTOCOLS);
        TlsConnection connection = new TlsConnection(this, raw, engine);
        shakingHands.add(connection);
        return connection;
    }

    /** Now it may be used by whom it is meant for. */
    ChannelHandler established(TlsConnection connection) {
        shakingHands.remove(connection);
        return inner.accept(connection);
    }

    void lost(TlsConnection connection) {
        shakingHands.remove(connection);
    }

    /** Does something elsewhere, then something on the loop. */
    void compute(Runnable work, Runnable then) {
        try {
            threads.execute(() -> {
                try {
                    work.run();
                } finally {
                    loop.execute(then);
                }
            });
        } catch (RejectedExecutionException e) {
            // The server stops, and with it all connections.
        }
    }

    EventLoop loop() {
        return loop;
    }

    /** Room for some records; good until the next call. */
    ByteBuffer scratch(int recordBytes) {
        if (scratch.capacity() < recordBytes * RECORDS) {
            scratch = ByteBuffer.allocate(recordBytes * RECORDS);
        }
        return scratch.clear();
    }

    private void checkTimes() {
        List<TlsConnection> all = new ArrayList<>(shakingHands);
        all.forEach(TlsConnection::checkTime);
    }

    /** Begins no more handshakes. The loop goes on and has to be closed after this. */
    @Override
    public void close() {
        threads.shutdown();
    }
}
