package wormhole.engine;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import wormhole.engine.json.JsonTree;
import wormhole.spi.ErrorCode;
import wormhole.spi.Event;
import wormhole.spi.UserInterface;
import wormhole.spi.WormholeException;

/** How one wormhole is used and ended: whatever happens, the peer is told, and everything is given back. */
final class WormholeSession {
    /** What is done in it. */
    @FunctionalInterface
    interface Body {
        void run() throws WormholeException;
    }

    /** As long as the goodbye may take. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private final Wormhole wormhole;
    private final UserInterface ui;

    WormholeSession(Wormhole wormhole, UserInterface ui) {
        this.wormhole = wormhole;
        this.ui = ui;
    }

    void run(Body body) throws WormholeException {
        WormholeException failure = failureOf(body);
        if (failure == null) {
            wormhole.close();
        } else {
            failure = sayWhy(failure);
        }
        awaitEnd();
        ui.tell(Event.named("closed").at(Event.Level.DETAIL));
        if (failure != null) {
            throw reasonOf(failure);
        }
    }

    /** What came too late for a wormhole only knows that it is closed; the wormhole knows why. */
    private WormholeException reasonOf(WormholeException failure) {
        if (failure.code() != ErrorCode.WORMHOLE_CLOSED) {
            return failure;
        }
        try {
            var unused = Awaiting.await(wormhole.closed());
            return failure;
        } catch (WormholeException reason) {
            return reason;
        }
    }

    private static @Nullable WormholeException failureOf(Body body) {
        WormholeException failure = null;
        try {
            body.run();
        } catch (WormholeException e) {
            failure = e;
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            failure = new WormholeException(ErrorCode.INTERNAL, "a fault of this program or a plugin: " + e, e);
        } catch (OutOfMemoryError e) {
            // What was in the making is garbage now: there is room for a goodbye.
            failure = new WormholeException(ErrorCode.INTERNAL, "out of memory", e)
                    .withHint("Give the program more memory with JAVA_OPTS=-Xmx1g.");
        }
        // An interrupt may have shown itself as something else, such as a channel that it closed.
        boolean interrupted = Thread.interrupted();
        return failure != null && interrupted && failure.code() != ErrorCode.INTERRUPTED
                ? Awaiting.interrupted(failure)
                : failure;
    }

    /** Returns the failure, or what the peer says about it. */
    private WormholeException sayWhy(WormholeException failure) {
        return switch (failure.code()) {
            case REJECTED_BY_PEER, PEER_ERROR -> {
                wormhole.close();
                yield failure;
            }
            // A refusal is a decision, not a failure.
            case REJECTED_HERE, NO_ANSWER -> {
                tellPeer(failure);
                wormhole.close();
                yield failure;
            }
            default -> {
                tellPeer(failure);
                WormholeException reason = explained(failure);
                wormhole.fail(reason);
                yield reason;
            }
        };
    }

    /**
     * A connection that breaks does not tell why, but the peer does: in the mailbox, and that may come a moment later.
     */
    private WormholeException explained(WormholeException failure) {
        if (failure.code() != ErrorCode.PEER_LOST && failure.code() != ErrorCode.NOT_CONFIRMED) {
            return failure;
        }
        CompletableFuture<WormholeException> words = new CompletableFuture<>();
        PeerWatch watch = PeerWatch.over(wormhole, words::complete);
        var unused = wormhole.closed().whenComplete((done, end) -> words.complete(failure));
        try {
            return Awaiting.await(words, LAST_WORDS)
                    .filter(said -> said.code() != ErrorCode.PEER_LOST)
                    .orElse(failure);
        } catch (WormholeException e) {
            return failure;
        } finally {
            watch.close();
        }
    }

    private void tellPeer(WormholeException failure) {
        if (!wormhole.verifier().isDone()) {
            return;
        }
        try {
            wormhole.send(JsonTree.write(Map.of("error", failure.textForPeer())));
        } catch (WormholeException e) {
            // Closed already, perhaps by the very failure: nothing can be said any more.
        }
    }

    /** The goodbye takes 2 seconds at most; a second interrupt does not wait for it. */
    private void awaitEnd() {
        CompletableFuture<Boolean> ended = wormhole.closed().exceptionally(failure -> false);
        try {
            Awaiting.await(ended);
        } catch (WormholeException e) {
            wormhole.close();
        }
    }
}
