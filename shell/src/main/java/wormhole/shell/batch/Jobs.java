package wormhole.shell.batch;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wormhole.spi.WormholeException;

/** All jobs of a script that are still in the background. By the script's thread only. */
final class Jobs implements AutoCloseable {
    /** Takes the failure of a job. */
    @FunctionalInterface
    interface Failures {
        void failed(Place place, WormholeException failure) throws WormholeException;
    }

    private final List<Job> running = new ArrayList<>();
    private final Failures failures;

    Jobs(Failures failures) {
        this.failures = failures;
    }

    void add(Job job) {
        running.add(job);
    }

    /** Tells the failures of those that have ended. */
    void lookAfter() throws WormholeException {
        for (Job job : List.copyOf(running)) {
            if (job.hasEnded()) {
                takeOut(job);
            }
        }
    }

    /** Waits for all that end by themselves; those that go on until they are stopped, go on. */
    void awaitAll() throws WormholeException {
        for (Job job : List.copyOf(running)) {
            if (!job.isEndless()) {
                job.await();
                takeOut(job);
            }
        }
        lookAfter();
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
