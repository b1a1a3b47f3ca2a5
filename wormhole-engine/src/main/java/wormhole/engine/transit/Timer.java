package wormhole.engine.transit;

import java.time.Duration;

/** Runs something later, unless it is not needed any more. Given, so that tests need not wait. */
public interface Timer {
    Alarm after(Duration delay, Runnable task);

    /** Something that will run later. */
    interface Alarm {
        void cancel();
    }
}
