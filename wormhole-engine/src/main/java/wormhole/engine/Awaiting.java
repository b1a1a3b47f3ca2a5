package wormhole.engine;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;
import wormhole.spi.text.TimeSpan;

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

    /**
     * Waits, but not longer than the limit.
     *
     * @param what has not happened if the limit is over, such as {@code "nobody came"}
     */
    static <T> T await(CompletableFuture<T> future, Duration limit, String what) throws WormholeException {
        return await(future, limit)
                .orElseThrow(() -> new WormholeException(ErrorCode.TIMEOUT, what + " within " + TimeSpan.of(limit)));
    }

    /** Waits, but not longer than the limit; then the future is cancelled, so that nothing is lost in it. */
    static <T> Optional<T> await(CompletableFuture<T> future, Duration limit) throws WormholeException {
        try {
            return Optional.of(future.get(limit.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            throw interrupted(e);
        } catch (ExecutionException e) {
            throw failureOf(e);
        } catch (TimeoutException e) {
            return future.cancel(false) ? Optional.empty() : Optional.of(await(future));
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
