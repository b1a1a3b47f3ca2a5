package wormhole.hostile;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts who comes, and sends everybody away, or keeps them waiting for ever. */
final class Doorbell implements AutoCloseable {
    private final ServerSocket listener;
    private final boolean silent;
    private final List<Socket> waiting = new CopyOnWriteArrayList<>();
    private final AtomicInteger visitors = new AtomicInteger();

    private Doorbell(ServerSocket listener, boolean silent) {
        this.listener = listener;
        this.silent = silent;
    }

    /** Hangs up at once. */
    static Doorbell open() throws IOException {
        return start(false);
    }

    /** Takes every connection and says nothing. */
    static Doorbell silent() throws IOException {
        return start(true);
    }

    private static Doorbell start(boolean silent) throws IOException {
        Doorbell doorbell = new Doorbell(new ServerSocket(0), silent);
        Thread thread = new Thread(doorbell::watch, "doorbell");
        thread.setDaemon(true);
        thread.start();
        return doorbell;
    }

    private void watch() {
        while (!listener.isClosed()) {
            try {
                Socket visitor = listener.accept();
                waiting.add(visitor);
                if (!silent) {
                    visitor.close();
                }
                visitors.incrementAndGet();
            } catch (IOException e) {
                // Closed: nobody is counted any more.
            }
        }
    }

    int port() {
        return listener.getLocalPort();
    }

    URI address(String scheme) {
        return URI.create(scheme + "://127.0.0.1:" + port() + "/v1");
    }

    int visitors() {
        return visitors.get();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket visitor : waiting) {
            visitor.close();
        }
    }
}
