package wormhole.engine.transit;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads of one transfer: as many as block, and one for alarms. All are daemons; closing interrupts them. */
final class TransitThreads implements Timer, AutoCloseable {
    private static final int KEEP_SECONDS = 5;

    private final ExecutorService workers = new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE,
            KEEP_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            daemons("wormhole-transit-"));
    private final ScheduledThreadPoolExecutor alarms =
            new ScheduledThreadPoolExecutor(1, daemons("wormhole-transit-alarm-"));

    TransitThreads() {
        alarms.setRemoveOnCancelPolicy(true);
        alarms.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    private static ThreadFactory daemons(String name) {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, name + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Runs blocking work; nothing is run any more once closed. */
    void execute(Runnable work) {
        try {
            workers.execute(work);
        } catch (RejectedExecutionException e) {
            // Closed: whatever was to be done is not wanted any more.
        }
    }

    @Override
    public Alarm after(Duration delay, Runnable task) {
        try {
            Future<?> scheduled = alarms.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
            return () -> scheduled.cancel(false);
        } catch (RejectedExecutionException e) {
            return () -> {};
        }
    }

    @Override
    public void close() {
        var unusedWorkers = workers.shutdownNow();
        var unusedAlarms = alarms.shutdownNow();
    }
}
