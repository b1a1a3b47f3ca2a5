package wormhole.shell.batch;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;

/** A command at work in the background. */
final class Job {
    /** What it does. */
    @FunctionalInterface
    interface Body {
        void run() throws WormholeException;
    }

    /** A goodbye takes 2 seconds at most. */
    private static final long GOODBYE_SECONDS = 5;

    private final Place place;
    private final boolean endless;
    private final Thread thread;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile @Nullable WormholeException failure;

    private Job(Place place, boolean endless, Body body, Runnable afterwards) {
        this.place = place;
        this.endless = endless;
        this.thread = new Thread(() -> run(body, afterwards), "job of " + place);
        thread.setDaemon(true);
    }

    /**
     * Starts one.
     *
     * @param place where it stands
     * @param endless whether it goes on until it is stopped, as a server does
     * @param afterwards done when it has ended and its failure is known
     */
    static Job start(Place place, boolean endless, Body body, Runnable afterwards) {
        Job job = new Job(place, endless, body, afterwards);
        job.thread.start();
        return job;
    }

    private void run(Body body, Runnable afterwards) {
        try {
            body.run();
        } catch (WormholeException e) {
            failure = e;
        } catch (RuntimeException | LinkageError | OutOfMemoryError | StackOverflowError e) {
            failure = new WormholeException(ErrorCode.INTERNAL, "a fault of this program: " + e, e);
        } finally {
            ended.countDown();
            afterwards.run();
        }
    }

    Place place() {
        return place;
    }

    boolean isEndless() {
        return endless;
    }

    boolean hasEnded() {
        return ended.getCount() == 0;
    }

    @Nullable
    WormholeException failure() {
        return failure;
    }

    /** Interrupts it, so that it says goodbye. */
    void stop() {
        thread.interrupt();
    }

    /** Waits for the goodbye, but not for ever. */
    void awaitGoodbye() {
        try {
            var unused = ended.await(GOODBYE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
