package wormhole.spi.testkit;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.function.BooleanSupplier;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;

/** One direction between two threads: bounded, in order, and closed like a connection. */
final class Lane<T> {
    private static final int CAPACITY = 64;
    /** A test that hangs this long is broken. */
    private static final long PATIENCE = Duration.ofSeconds(30).toNanos();

    private final Queue<T> waiting = new ArrayDeque<>();
    private boolean closed;

    synchronized void put(T item) throws WormholeException {
        awaitPatiently(() -> closed || waiting.size() < CAPACITY);
        if (closed) {
            throw new WormholeException(ErrorCode.PEER_LOST, "the other side went away");
        }
        waiting.add(item);
        notifyAll();
    }

    /** The next item; what was put before the end still comes. */
    synchronized T take() throws WormholeException {
        awaitPatiently(() -> closed || !waiting.isEmpty());
        return next();
    }

    /** The next item, unless none comes in time. */
    synchronized Optional<T> take(Duration limit) throws WormholeException {
        return await(() -> closed || !waiting.isEmpty(), limit.toNanos()) ? Optional.of(next()) : Optional.empty();
    }

    private T next() throws WormholeException {
        T item = waiting.poll();
        if (item == null) {
            throw new WormholeException(ErrorCode.PEER_LOST, "the other side went away");
        }
        notifyAll();
        return item;
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }

    private void awaitPatiently(BooleanSupplier condition) throws WormholeException {
        if (!await(condition, PATIENCE)) {
            throw new WormholeException(ErrorCode.TIMEOUT, "the other side does nothing");
        }
    }

    private boolean await(BooleanSupplier condition, long nanos) throws WormholeException {
        long deadline = System.nanoTime() + nanos;
        try {
            while (!condition.getAsBoolean()) {
                long millis = (deadline - System.nanoTime()) / 1_000_000;
                if (millis <= 0) {
                    return false;
                }
                wait(millis);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WormholeException(ErrorCode.INTERRUPTED, "interrupted", e);
        }
    }
}
