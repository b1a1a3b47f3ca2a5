package wormhole.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;

/** A client at work on a thread of its own. */
final class Running {
    /** What the client does. */
    @FunctionalInterface
    interface Work {
        void run() throws WormholeException;
    }

    private final CompletableFuture<Optional<WormholeException>> outcome = new CompletableFuture<>();
    private final Thread thread;

    private Running(Work work) {
        this.thread = new Thread(() -> outcome.complete(failureOf(work)), "client-under-test");
        thread.setUncaughtExceptionHandler((where, fault) -> outcome.completeExceptionally(fault));
        thread.setDaemon(true);
    }

    static Running start(Work work) {
        Running running = new Running(work);
        running.thread.start();
        return running;
    }

    private static Optional<WormholeException> failureOf(Work work) {
        try {
            work.run();
            return Optional.empty();
        } catch (WormholeException e) {
            return Optional.of(e);
        }
    }

    void interrupt() {
        thread.interrupt();
    }

    boolean isDone() {
        return outcome.isDone();
    }

    Optional<WormholeException> outcome() throws Exception {
        return outcome(Duration.ofSeconds(20));
    }

    Optional<WormholeException> outcome(Duration patience) throws Exception {
        return outcome.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    void succeeds() throws Exception {
        assertThat(outcome()).isEmpty();
    }

    WormholeException failsWith(ErrorCode... codes) throws Exception {
        WormholeException failure = outcome().orElseThrow(() -> new AssertionError("it did not fail"));
        assertThat(failure.code()).as(failure.toString()).isIn((Object[]) codes);
        return failure;
    }
}
