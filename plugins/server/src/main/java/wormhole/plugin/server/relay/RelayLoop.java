package wormhole.plugin.server.relay;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.Channel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;

/** The relay's one thread: it accepts, reads and writes all TCP connections, and does what others hand to it. */
public final class RelayLoop implements AutoCloseable {
    private static final long TICK_MILLIS = 1000;
    private static final long STOP_MILLIS = 3000;

    private final ServerSocketChannel server;
    private final Selector selector;
    private final SelectionKey accepting;
    private final TransitRelay relay;
    private final BufferPool buffers = new BufferPool();
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final Thread thread = new Thread(this::run, "transit relay");
    private long lastTick = System.nanoTime();
    private volatile boolean stopping;

    private RelayLoop(ServerSocketChannel server, Selector selector, SelectionKey accepting, TransitRelay relay) {
        this.server = server;
        this.selector = selector;
        this.accepting = accepting;
        this.relay = relay;
        thread.setDaemon(true);
    }

    /**
     * Begins to relay.
     *
     * @param server bound; it belongs to the loop from now on
     * @param maxClients how many connections there may be at once, of all kinds
     */
    public static RelayLoop open(ServerSocketChannel server, int maxClients) throws WormholeException {
        try {
            Selector selector = Selector.open();
            server.configureBlocking(false);
            SelectionKey accepting = server.register(selector, SelectionKey.OP_ACCEPT);
            RelayLoop loop = new RelayLoop(server, selector, accepting, new TransitRelay(maxClients, System::nanoTime));
            loop.thread.start();
            return loop;
        } catch (IOException e) {
            throw new WormholeException(ErrorCode.INTERNAL, "the transit relay did not start", e);
        }
    }

    /** Lets the loop's thread do something soon, after what it was asked before. */
    void execute(Runnable task) {
        tasks.add(task);
        if (Thread.currentThread() != thread) {
            selector.wakeup();
        }
    }

    TransitRelay relay() {
        return relay;
    }

    BufferPool buffers() {
        return buffers;
    }

    private void run() {
        while (!stopping) {
            try {
                selector.select(this::ready, tasks.isEmpty() ? TICK_MILLIS : 1);
            } catch (IOException e) {
                // Selecting again is all that can be done.
            }
            doTasks();
            tick();
        }
        closeEverything();
    }

    private void ready(SelectionKey key) {
        if (key.attachment() instanceof TcpWire wire) {
            try {
                wire.ready();
            } catch (RuntimeException e) {
                // A fault of ours costs one connection, not the relay.
                wire.drop();
            }
        } else {
            accept();
        }
    }

    private void accept() {
        try {
            SocketChannel channel = server.accept();
            if (channel == null) {
                return;
            }
            if (relay.isFull()) {
                close(channel);
                return;
            }
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
            SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
            key.attach(new TcpWire(this, channel, key, relay));
        } catch (IOException e) {
            // Out of file descriptors, most likely: not again before the next tick.
            accepting.interestOps(0);
        }
    }

    private void doTasks() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            try {
                task.run();
            } catch (RuntimeException e) {
                // It concerns one connection, which its time limit ends.
            }
        }
    }

    private void tick() {
        if (System.nanoTime() - lastTick >= TimeUnit.MILLISECONDS.toNanos(TICK_MILLIS)) {
            lastTick = System.nanoTime();
            accepting.interestOps(SelectionKey.OP_ACCEPT);
            relay.checkTimes();
        }
    }

    private void closeEverything() {
        selector.keys().forEach(key -> close(key.channel()));
        close(server);
        try {
            selector.close();
        } catch (IOException e) {
            // It was the last thing to do.
        }
    }

    void close(Channel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // Nothing depends on a connection that is given up.
        }
    }

    @Override
    public void close() {
        stopping = true;
        selector.wakeup();
        try {
            thread.join(STOP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
