package wormhole.engine;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
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

    private final Queue<byte[]> messages = new ArrayDeque<>();
    private final Queue<CompletableFuture<byte[]>> receivers = new ArrayDeque<>();
    private @Nullable WormholeException end;

    synchronized CompletableFuture<byte[]> receive() {
        CompletableFuture<byte[]> receiver = new CompletableFuture<>();
        byte[] waiting = messages.poll();
        if (waiting != null) {
            receiver.complete(waiting);
        } else if (end != null) {
            receiver.completeExceptionally(end);
        } else {
            receivers.add(receiver);
        }
        return receiver;
    }

    void message(byte[] message) {
        CompletableFuture<byte[]> receiver = takeReceiverOrKeep(message);
        if (receiver != null) {
            receiver.complete(message);
        }
    }

    private synchronized @Nullable CompletableFuture<byte[]> takeReceiverOrKeep(byte[] message) {
        CompletableFuture<byte[]> receiver = receivers.poll();
        if (receiver == null) {
            messages.add(message);
        }
        return receiver;
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
