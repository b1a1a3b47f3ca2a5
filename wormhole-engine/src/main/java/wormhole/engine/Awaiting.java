package wormhole.engine;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;

/** Waits for futures of a wormhole, whose failures are all {@link WormholeException}s. */
final class Awaiting {
    private Awaiting() {}

    static <T> T await(CompletableFuture<T> future) throws WormholeException {
        try {
            return future.get();
        } catch (InterruptedException e) {
            throw interrupted(e);
        } catch (ExecutionException e) {
            throw failureOf(e);
        }
    }

    static <T> T await(CompletableFuture<T> future, Duration limit, String what) throws WormholeException {
        try {
            return future.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw interrupted(e);
        } catch (ExecutionException e) {
            throw failureOf(e);
        } catch (TimeoutException e) {
            throw new WormholeException(ErrorCode.TIMEOUT, what + " for " + limit.toSeconds() + " seconds", e);
        }
    }

    static WormholeException interrupted(Throwable cause) {
        return new WormholeException(ErrorCode.INTERRUPTED, "interrupted", cause).tellingPeer("transfer cancelled");
    }

    private static WormholeException failureOf(ExecutionException e) {
        return e.getCause() instanceof WormholeException failure
                ? failure
                : new WormholeException(ErrorCode.INTERNAL, "unexpected: " + e.getCause(), e);
    }
}
