package wormhole.shell;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;
import wormhole.spi.text.TimeSpan;

/** Interrupts what takes too long, which then tells the peer and gives everything back. */
final class TimeLimit {
    /** What is done. */
    @FunctionalInterface
    interface Body {
        void run() throws WormholeException;
    }

    private final Duration limit;
    private final Thread worker = Thread.currentThread();
    private boolean over;
    private boolean done;

    private TimeLimit(Duration limit) {
        this.limit = limit;
    }

    /** Does something on this thread; fails with {@link ErrorCode#TIMEOUT} if it takes longer than the limit. */
    static void run(Duration limit, Body body) throws WormholeException {
        if (limit.isZero()) {
            throw new WormholeException(ErrorCode.USAGE, "--timeout leaves no time at all")
                    .withHint("Give a time such as 90s, 5m or 1h30m.");
        }
        new TimeLimit(limit).run(body);
    }

    private void run(Body body) throws WormholeException {
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "time limit");
            thread.setDaemon(true);
            return thread;
        });
        try {
            var unused = timer.schedule(this::stop, limit.toMillis(), TimeUnit.MILLISECONDS);
            body.run();
        } catch (WormholeException e) {
            throw isOver() ? timeout(e) : e;
        } finally {
            timer.shutdownNow();
            finish();
        }
    }

    private synchronized void stop() {
        if (!done) {
            over = true;
            worker.interrupt();
        }
    }

    private synchronized boolean isOver() {
        return over;
    }

    /** An interrupt that came too late must not hit whatever this thread does next. */
    private synchronized void finish() {
        done = true;
        if (over) {
            var unused = Thread.interrupted();
        }
    }

    private WormholeException timeout(WormholeException interrupted) {
        return new WormholeException(ErrorCode.TIMEOUT, "not done within " + TimeSpan.of(limit), interrupted)
                .withHint("Give a longer --timeout, or none.")
                .atPlaceOf(interrupted);
    }
}
