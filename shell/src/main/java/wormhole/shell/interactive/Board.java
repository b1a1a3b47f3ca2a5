package wormhole.shell.interactive;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wormhole.shell.console.ProgressParts;
import wormhole.spi.text.Printable;

/** Shows in a few lines how the jobs are. */
final class Board {
    private static final int MAX_LINES = 4;

    private final Jobs jobs;
    private final Screen screen;
    private List<StatusLine> shown = List.of();
    private @Nullable Job front;
    private String frontNote = "";

    Board(Jobs jobs, Screen screen) {
        this.jobs = jobs;
        this.screen = screen;
    }

    /**
     * Says which job has the whole screen.
     *
     * @param job null for the prompt
     * @param note shown as long as it has, if not empty
     */
    synchronized void front(@Nullable Job job, String note) {
        front = job;
        frontNote = note;
    }

    /** Whether a job's questions are asked at once. */
    synchronized boolean isInFront(Job job) {
        return job.equals(front);
    }

    /** Shows what has changed. */
    synchronized void refresh() {
        List<StatusLine> lines = lines();
        if (!lines.equals(shown)) {
            shown = lines;
            screen.status(lines);
        }
    }

    private List<StatusLine> lines() {
        List<StatusLine> lines = new ArrayList<>();
        if (front != null && front.number() == 0 && !front.progress().isEmpty()) {
            lines.add(StatusLine.note(front.progress().text()));
        }
        if (!frontNote.isEmpty()) {
            lines.add(StatusLine.note(frontNote));
        }
        List<Job> running = jobs.running();
        List<Job> told = running.subList(0, Math.min(MAX_LINES, running.size()));
        int marks = told.stream().mapToInt(job -> job.mark().length()).max().orElse(0);
        for (Job job : told) {
            String title = job.mark() + " ".repeat(marks - job.mark().length()) + Printable.line(job.title());
            lines.add(new StatusLine(title, state(job)));
        }
        if (running.size() > MAX_LINES) {
            lines.add(StatusLine.note("and " + (running.size() - MAX_LINES) + " more, see 'jobs'"));
        }
        return lines;
    }

    /** How a job is, in one line. */
    static String how(Job job) {
        return state(job).text();
    }

    private static ProgressParts state(Job job) {
        Optional<PendingQuestion> question = job.question();
        if (question.isPresent()) {
            return ProgressParts.words("asks: " + JobInterface.howToAnswer(job, question.get()));
        }
        return switch (job.state()) {
            case DONE -> ProgressParts.words("done");
            case FAILED -> ProgressParts.words("failed");
            case CANCELLED -> ProgressParts.words("cancelled");
            case RUNNING -> running(job);
        };
    }

    private static ProgressParts running(Job job) {
        ProgressParts progress = job.progress();
        if (!progress.isEmpty()) {
            return progress;
        }
        return ProgressParts.words(job.code().isEmpty() ? "running" : "code " + Printable.line(job.code()));
    }
}
