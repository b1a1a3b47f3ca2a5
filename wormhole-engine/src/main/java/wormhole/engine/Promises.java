package wormhole.engine;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import wormhole.engine.wire.Welcome;
import wormhole.spi.ErrorCode;
import wormhole.spi.PeerValue;
import wormhole.spi.WormholeException;

/** The futures of a wormhole. All of them end: what has not come when the wormhole closes will never come. */
final class Promises {
    final CompletableFuture<Welcome> welcome = new CompletableFuture<>();
    final CompletableFuture<String> code = new CompletableFuture<>();
    final CompletableFuture<Boolean> unverifiedKey = new CompletableFuture<>();
    final CompletableFuture<byte[]> verifier = new CompletableFuture<>();
    final CompletableFuture<PeerValue> versions = new CompletableFuture<>();
    final CompletableFuture<Boolean> closed = new CompletableFuture<>();

    /** Far more than any protocol leaves lying; a peer could otherwise fill our memory. */
    private static final long MAX_WAITING_BYTES = 64 << 20;
    /** What a message takes beside its bytes. */
    private static final int MESSAGE_OVERHEAD = 64;

    private final Queue<byte[]> messages = new ArrayDeque<>();
    private final Queue<CompletableFuture<byte[]>> receivers = new ArrayDeque<>();
    private @Nullable WormholeException end;
    private long waitingBytes;
    private @Nullable Consumer<byte[]> watcher;

    synchronized CompletableFuture<byte[]> receive() {
        CompletableFuture<byte[]> receiver = new CompletableFuture<>();
        byte[] waiting = messages.poll();
        if (waiting != null) {
            waitingBytes -= waiting.length + MESSAGE_OVERHEAD;
            receiver.complete(waiting);
        } else if (end != null) {
            receiver.completeExceptionally(end);
        } else {
            receivers.add(receiver);
        }
        return receiver;
    }

    /**
     * A message of the peer.
     *
     * @throws WormholeException if too many wait for somebody to receive them
     */
    void message(byte[] message) throws WormholeException {
        CompletableFuture<byte[]> receiver = takeReceiverOrKeep(message);
        // One that has given up takes nothing: then the next is asked.
        while (receiver != null && !receiver.complete(message)) {
            receiver = takeReceiverOrKeep(message);
        }
        // Only now, so that whoever begins to watch in this moment finds it among those that wait.
        show(message);
    }

    private synchronized @Nullable CompletableFuture<byte[]> takeReceiverOrKeep(byte[] message)
            throws WormholeException {
        CompletableFuture<byte[]> receiver = receivers.poll();
        if (receiver == null) {
            waitingBytes += message.length + MESSAGE_OVERHEAD;
            if (waitingBytes > MAX_WAITING_BYTES) {
                throw new WormholeException(
                        ErrorCode.MALFORMED_PEER_MESSAGE, "the other side sends messages without end");
            }
            messages.add(message);
        }
        return receiver;
    }

    /** Shows somebody the messages that wait, and those that come until {@link #unwatch}; they wait on all the same. */
    void watch(Consumer<byte[]> shown) {
        List<byte[]> waiting;
        synchronized (this) {
            watcher = shown;
            waiting = List.copyOf(messages);
        }
        waiting.forEach(shown);
    }

    synchronized void unwatch() {
        watcher = null;
    }

    private void show(byte[] message) {
        Consumer<byte[]> to;
        synchronized (this) {
            to = watcher;
        }
        if (to != null) {
            to.accept(message);
        }
    }

    /** The end; messages that came before it can still be received. */
    void close(@Nullable WormholeException failure) {
        WormholeException reason =
                failure != null ? failure : new WormholeException(ErrorCode.WORMHOLE_CLOSED, "this wormhole is closed");
        List<CompletableFuture<byte[]>> waiting;
        synchronized (this) {
            end = reason;
            waiting = List.copyOf(receivers);
            receivers.clear();
        }
        waiting.forEach(receiver -> receiver.completeExceptionally(reason));
        for (CompletableFuture<?> future : List.of(welcome, code, unverifiedKey, verifier, versions)) {
            future.completeExceptionally(reason);
        }
        if (failure == null) {
            closed.complete(true);
        } else {
            closed.completeExceptionally(failure);
        }
    }
}
