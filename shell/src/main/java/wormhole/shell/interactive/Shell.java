package wormhole.shell.interactive;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;

/** Reads lines and runs them, until the person leaves. */
final class Shell {
    private static final String PROMPT = "wormhole> ";
    private static final long FAREWELL_MILLIS = 3000;

    private final Screen screen;
    private final Jobs jobs;
    private final LineRunner runner;
    private final AtomicBoolean leaving;

    /**
     * A shell.
     *
     * @param leaving whether the person asked to leave
     */
    Shell(Screen screen, Jobs jobs, LineRunner runner, AtomicBoolean leaving) {
        this.leaving = leaving;
        this.screen = screen;
        this.jobs = jobs;
        this.runner = runner;
    }

    void run() throws WormholeException {
        boolean here = true;
        while (here) {
            Typed typed = screen.readLine(PROMPT);
            switch (typed.kind()) {
                case LINE -> run(PastedLines.of(typed.text()));
                case CANCELLED -> {
                    if (typed.text().isBlank()) {
                        screen.print("Ctrl-D or 'exit' leaves; 'cancel N' ends a job.");
                    }
                }
                case END -> leaving.set(true);
                case STOPPED -> {
                    cancelAll();
                    throw new WormholeException(ErrorCode.INTERRUPTED, "stopped");
                }
            }
            here = !leaving.getAndSet(false) || !mayLeave();
        }
    }

    /** One after the other, until one fails, as in a script: the rest may need what it was to do. */
    private void run(List<String> lines) {
        for (int i = 0; i < lines.size() && !leaving.get(); i++) {
            int left = lines.size() - i - 1;
            if (!runner.run(lines.get(i)) && left > 0) {
                screen.print(
                        left == 1
                                ? "The line behind it was not run."
                                : "The " + left + " lines behind it were not run.");
                return;
            }
        }
    }

    private boolean mayLeave() throws WormholeException {
        List<Job> running = jobs.running();
        if (running.stream().noneMatch(Job::isAtWork)) {
            return true;
        }
        if (!screen.isTerminal()) {
            awaitAll(running);
            return true;
        }
        String what = running.size() == 1 ? "A job is" : running.size() + " jobs are";
        Typed answer = screen.readAnswer(what + " still running. Cancel and leave? [y/N] ");
        boolean leave = answer.kind() == Typed.Kind.END
                || answer.kind() == Typed.Kind.STOPPED
                || answer.text().strip().toLowerCase(Locale.ROOT).startsWith("y");
        if (leave) {
            cancelAll();
        }
        return leave;
    }

    /** The end of a pipe is no wish to give up what was begun. */
    private static void awaitAll(List<Job> running) throws WormholeException {
        // One of them may be what another waits for.
        running.forEach(Job::leaveAlone);
        try {
            for (Job job : running) {
                job.awaitEnd(Long.MAX_VALUE / 1_000_000_000);
            }
        } catch (InterruptedException e) {
            running.forEach(Job::cancel);
            throw new WormholeException(ErrorCode.INTERRUPTED, "interrupted", e);
        }
    }

    /** Every peer is told, if that does not take long. */
    private void cancelAll() {
        List<Job> running = jobs.running();
        running.forEach(Job::cancel);
        try {
            for (Job job : running) {
                job.awaitEnd(FAREWELL_MILLIS / running.size());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
