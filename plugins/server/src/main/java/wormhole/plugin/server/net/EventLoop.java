package wormhole.plugin.server.net;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;

/**
 * One thread that accepts, reads and writes all connections of a service, and does the service's work in between. Whatever it
 * calls, it calls on that thread.
 */
public final class EventLoop implements AutoCloseable {
    private static final long TICK_MILLIS = 1000;
    private static final long STOP_MILLIS = 3000;

    private final Selector selector;
    private final LongSupplier nanoTime;
    private final Thread thread;
    private final BufferPool buffers = new BufferPool();
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final List<Listener> listeners = new ArrayList<>();
    private final List<Chore> chores = new ArrayList<>();
    private final Set<TcpChannel> closing = new LinkedHashSet<>();
    private long lastTick;
    private boolean stopping;

    private EventLoop(String name, Selector selector, LongSupplier nanoTime) {
        this.selector = selector;
        this.nanoTime = nanoTime;
        this.lastTick = nanoTime.getAsLong();
        thread = new Thread(this::run, name);
        thread.setDaemon(true);
    }

    /**
     * Begins to run, with nothing to do.
     *
     * @param nanoTime only ever goes up; all time limits go by it
     */
    public static EventLoop start(String name, LongSupplier nanoTime) throws WormholeException {
        try {
            EventLoop loop = new EventLoop(name, Selector.open(), nanoTime);
            loop.thread.start();
            return loop;
        } catch (IOException e) {
            throw new WormholeException(ErrorCode.INTERNAL, "the " + name + " did not start", e);
        }
    }

    /**
     * Begins to accept connections.
     *
     * @param server bound; it belongs to the loop from now on
     * @param maxConnections so many at once; further ones are closed right away
     * @param gate which addresses may come in
     */
    public void listen(ServerSocketChannel server, int maxConnections, AddressGate gate, ChannelAcceptor acceptor)
            throws WormholeException {
        try {
            server.configureBlocking(false);
        } catch (IOException e) {
            throw new WormholeException(ErrorCode.INTERNAL, "the " + thread.getName() + " cannot listen", e);
        }
        execute(() -> register(server, maxConnections, gate, acceptor));
    }

    private void register(ServerSocketChannel server, int maxConnections, AddressGate gate, ChannelAcceptor acceptor) {
        try {
            SelectionKey key = server.register(selector, SelectionKey.OP_ACCEPT);
            Listener listener = new Listener(this, server, key, maxConnections, gate, acceptor);
            key.attach(listener);
            listeners.add(listener);
        } catch (IOException e) {
            close(server);
        }
    }

    /** Does something soon, after what was asked before. May be called from any thread. */
    public void execute(Runnable task) {
        tasks.add(task);
        if (Thread.currentThread() != thread) {
            selector.wakeup();
        }
    }

    /** Does something again and again, give or take a second. May be called from any thread. */
    public void every(Duration interval, Runnable chore) {
        execute(() -> chores.add(new Chore(interval, chore)));
    }

    /** The loop's time in nanoseconds, since whenever. */
    public long now() {
        return nanoTime.getAsLong();
    }

    /** For the loop's thread only. */
    public BufferPool buffers() {
        return buffers;
    }

    /** Watches that a connection does not take for ever to close. */
    void watchClosing(TcpChannel channel) {
        closing.add(channel);
    }

    private void run() {
        while (!stopping) {
            try {
                selector.select(EventLoop::ready, TICK_MILLIS);
            } catch (IOException e) {
                // Selecting again is all that can be done.
            }
            doTasks();
            if (now() - lastTick >= TimeUnit.MILLISECONDS.toNanos(TICK_MILLIS)) {
                lastTick = now();
                tick();
            }
        }
        closeEverything();
    }

    private static void ready(SelectionKey key) {
        if (key.attachment() instanceof Selectable selectable) {
            guard(selectable::ready);
        }
    }

    private void doTasks() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            guard(task);
        }
    }

    /** A fault of ours, or the greed of one client, must not end the server for all others. */
    private static void guard(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | OutOfMemoryError e) {
            // What it was about is ended by its own time limit.
        }
    }

    private void tick() {
        listeners.forEach(Listener::recover);
        closing.removeIf(TcpChannel::hasClosedInTime);
        chores.forEach(chore -> guard(chore::doIfDue));
    }

    private void closeEverything() {
        selector.keys().forEach(key -> close(key.channel()));
        close(selector);
    }

    private static void close(Closeable resource) {
        try {
            resource.close();
        } catch (IOException e) {
            // Nothing depends on what is given up.
        }
    }

    /** Ends all connections and the thread. May be called twice. */
    @Override
    public void close() {
        execute(() -> stopping = true);
        try {
            thread.join(STOP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Something done again and again. */
    private final class Chore {
        private final Duration interval;
        private final Runnable work;
        private long last = now();

        Chore(Duration interval, Runnable work) {
            this.interval = interval;
            this.work = work;
        }

        void doIfDue() {
            if (now() - last >= interval.toNanos()) {
                last = now();
                work.run();
            }
        }
    }
}
