package wormhole.engine;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A loop on a daemon thread of its own. */
final class ThreadLoop implements EngineLoop {
    private final ScheduledThreadPoolExecutor executor;
    private final Consumer<RuntimeException> onFault;
    private volatile @Nullable Thread thread;

    /**
     * @param onFault told, on the loop, of a task that failed: a fault of the program
     */
    ThreadLoop(Consumer<RuntimeException> onFault) {
        this.onFault = onFault;
        this.executor = new ScheduledThreadPoolExecutor(1, this::newThread);
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    private Thread newThread(Runnable task) {
        Thread created = new Thread(task, "wormhole-engine");
        created.setDaemon(true);
        thread = created;
        return created;
    }

    @Override
    public void execute(Runnable task) {
        after(Duration.ZERO, task);
    }

    @Override
    public void after(Duration delay, Runnable task) {
        try {
            var unused = executor.schedule(() -> run(task), delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // Stopped: a late word from the network, or a timer for something that is over.
        }
    }

    private void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            onFault.accept(e);
        }
    }

    @Override
    public boolean isHere() {
        return Thread.currentThread() == thread;
    }

    @Override
    public void stop() {
        var unused = executor.shutdownNow();
    }
}
