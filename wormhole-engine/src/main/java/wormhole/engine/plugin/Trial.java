package wormhole.engine.plugin;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Runs a stranger's code on a thread that can be given up: it does not keep the program from ending. */
final class Trial<T> {
    /** What came of it: a value or a failure. */
    record Outcome<T>(@Nullable T value, @Nullable Throwable failure) {}

    private final CompletableFuture<Outcome<T>> outcome = new CompletableFuture<>();
    private final Thread thread;

    private Trial(String name, Callable<T> code) {
        thread = new Thread(() -> outcome.complete(run(code)), name);
        thread.setDaemon(true);
    }

    static <T> Trial<T> start(String name, Callable<T> code) {
        Trial<T> trial = new Trial<>(name, code);
        trial.thread.start();
        return trial;
    }

    private static <T> Outcome<T> run(Callable<T> code) {
        try {
            return new Outcome<>(code.call(), null);
        } catch (Throwable e) {
            return new Outcome<>(null, e);
        }
    }

    /** What came of it; empty if it took too long and was interrupted. An interrupt of the caller is kept for later. */
    Optional<Outcome<T>> await(Duration limit) {
        boolean interrupted = Thread.interrupted();
        long end = System.nanoTime() + limit.toNanos();
        try {
            while (true) {
                try {
                    return Optional.of(outcome.get(end - System.nanoTime(), TimeUnit.NANOSECONDS));
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (TimeoutException e) {
            thread.interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a trial's outcome is always a value", e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
