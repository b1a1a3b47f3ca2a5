package wormhole.engine;

import java.time.Duration;
import java.util.concurrent.Executor;

/** The one thread on which a wormhole lives: runs tasks one after another, now or later. */
interface EngineLoop extends Executor {
    void after(Duration delay, Runnable task);

    /** Whether the caller is on this thread already. */
    boolean isHere();

    /** Ends the loop after the current task; what waits is dropped. */
    void stop();
}
