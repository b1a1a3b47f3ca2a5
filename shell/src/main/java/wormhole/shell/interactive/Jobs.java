package wormhole.shell.interactive;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;

/** All jobs of a shell, by number: those that run, and the last ones that have ended. */
final class Jobs {
    /** Somebody who is told of a job's end. */
    interface Watcher {
        /** It is about to end, so. */
        void ending(Job job, Job.State end, @Nullable WormholeException failure);

        /** It has ended. */
        void ended();
    }

    private static final int REMEMBERED = 10;

    private final List<Job> jobs = new ArrayList<>();
    private int last;

    /** A new job with the next number. */
    synchronized Job create(String title, boolean endless) {
        Job job = new Job(++last, title, endless);
        jobs.add(job);
        forgetOldest();
        return job;
    }

    private void forgetOldest() {
        List<Job> ended = jobs.stream().filter(job -> !job.isRunning()).toList();
        if (ended.size() > REMEMBERED) {
            jobs.remove(ended.get(0));
        }
    }

    /** In the order of their numbers. */
    synchronized List<Job> all() {
        return List.copyOf(jobs);
    }

    List<Job> running() {
        return all().stream().filter(Job::isRunning).toList();
    }

    /** Those with a question. */
    List<Job> asking() {
        return all().stream().filter(job -> job.question().isPresent()).toList();
    }

    /** The job of a number that was typed, with or without brackets or a per cent sign. */
    Job named(String typed) throws WormholeException {
        String digits = typed.replaceAll("[\\[\\]%]", "");
        return all().stream()
                .filter(job -> String.valueOf(job.number()).equals(digits))
                .findFirst()
                .orElseThrow(() -> new WormholeException(ErrorCode.USAGE, "there is no job '" + typed + "'")
                        .withHint("'jobs' lists them."));
    }

    /** The job that was named, or else the only one that could be meant. */
    Job named(Optional<String> typed, List<Job> meant, String what) throws WormholeException {
        if (typed.isPresent()) {
            return named(typed.get());
        }
        if (meant.size() != 1) {
            throw new WormholeException(
                            ErrorCode.USAGE, meant.isEmpty() ? "no job " + what : "more than one job " + what)
                    .withHint("'jobs' lists them; give a number.");
        }
        return meant.get(0);
    }
}
