package wormhole.shell.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;

/** All jobs of a script that are still in the background. By the script's thread only. */
final class Jobs implements AutoCloseable {
    /** Takes the failure of a job. */
    @FunctionalInterface
    interface Failures {
        void failed(Place place, WormholeException failure) throws WormholeException;
    }

    private final List<Job> running = new ArrayList<>();
    /** A mark for each that has ended and was not looked after; whoever waits, waits for these. */
    private final LinkedBlockingQueue<Place> ends = new LinkedBlockingQueue<>();

    private final Failures failures;

    Jobs(Failures failures) {
        this.failures = failures;
    }

    /** Starts one, as {@link Job#start}. */
    void start(Place place, boolean endless, Job.Body body, Runnable afterwards) {
        running.add(Job.start(place, endless, body, () -> {
            afterwards.run();
            ends.add(place);
        }));
    }

    /** Tells the failures of those that have ended. */
    void lookAfter() throws WormholeException {
        for (Job job : List.copyOf(running)) {
            if (job.hasEnded()) {
                takeOut(job);
            }
        }
    }

    /**
     * Waits for all that end by themselves; those that go on until they are stopped, go on. What fails is told at once, even
     * while others are still at work.
     */
    void awaitAll() throws WormholeException {
        lookAfter();
        while (running.stream().anyMatch(job -> !job.isEndless())) {
            awaitAnEnd();
            lookAfter();
        }
    }

    private void awaitAnEnd() throws WormholeException {
        try {
            var unused = ends.take();
        } catch (InterruptedException e) {
            throw new WormholeException(ErrorCode.INTERRUPTED, "interrupted", e);
        }
    }

    private void takeOut(Job job) throws WormholeException {
        running.remove(job);
        @Nullable WormholeException failure = job.failure();
        if (failure != null) {
            failures.failed(job.place(), failure);
        }
    }

    /** Stops what is left. */
    @Override
    public void close() {
        running.forEach(Job::stop);
        running.forEach(Job::awaitGoodbye);
        running.clear();
    }
}
