package wormhole.shell.interactive;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wormhole.shell.console.ProgressParts;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;

/** A command at work on a thread of its own. */
final class Job {
    enum State {
        RUNNING,
        DONE,
        FAILED,
        CANCELLED
    }

    /** What a job does. */
    @FunctionalInterface
    interface Work {
        void run() throws WormholeException;
    }

    private final int number;
    private final String title;
    private final boolean endless;
    private @Nullable Thread thread;
    private State state = State.RUNNING;
    private @Nullable PendingQuestion question;
    private ProgressParts progress = ProgressParts.NONE;
    private String code = "";
    private boolean leftAlone;
    private boolean cancelled;
    private boolean ending;

    /**
     * A job that is yet to be started.
     *
     * @param number 0 for one that never left the front
     * @param title the command line, without codes
     * @param endless whether it goes on until it is stopped, as a server does
     */
    Job(int number, String title, boolean endless) {
        this.number = number;
        this.title = title;
        this.endless = endless;
    }

    int number() {
        return number;
    }

    String title() {
        return title;
    }

    boolean isEndless() {
        return endless;
    }

    /** What its lines begin with. */
    String mark() {
        return number == 0 ? "" : "[" + number + "] ";
    }

    /** Begins; what happened is told to whoever watches, on the job's thread. */
    synchronized void start(Work work, Jobs.Watcher watcher) {
        Thread started = new Thread(() -> run(work, watcher), "job-" + number);
        started.setDaemon(true);
        thread = started;
        started.start();
        if (cancelled) {
            started.interrupt();
        }
    }

    private void run(Work work, Jobs.Watcher watcher) {
        WormholeException failure = null;
        try {
            work.run();
        } catch (WormholeException e) {
            failure = e;
        } catch (RuntimeException | LinkageError | OutOfMemoryError | StackOverflowError e) {
            failure = new WormholeException(ErrorCode.INTERNAL, "a fault of this program: " + e, e);
        }
        State end =
                failure == null ? State.DONE : failure.code() == ErrorCode.INTERRUPTED ? State.CANCELLED : State.FAILED;
        ending();
        // Told before it has ended: who waits for the end must find everything told.
        watcher.ending(this, end, failure);
        end(end);
        watcher.ended();
    }

    private synchronized void ending() {
        ending = true;
    }

    /** Whether it is still at work, and not only about to be told of as ended. */
    synchronized boolean isAtWork() {
        return state == State.RUNNING && !ending;
    }

    private synchronized void end(State how) {
        state = how;
        question = null;
        notifyAll();
    }

    synchronized State state() {
        return state;
    }

    synchronized boolean isRunning() {
        return state == State.RUNNING;
    }

    /** Whether it has ended well. */
    synchronized boolean isDone() {
        return state == State.DONE;
    }

    /** Asks it to stop, even before it has begun; it tells its peer first. */
    synchronized void cancel() {
        cancelled = true;
        if (thread != null && state == State.RUNNING) {
            thread.interrupt();
        }
    }

    synchronized Optional<PendingQuestion> question() {
        // Whoever cancels a job has answered all it can ask.
        return cancelled ? Optional.empty() : Optional.ofNullable(question).filter(PendingQuestion::isOpen);
    }

    synchronized void ask(@Nullable PendingQuestion asked) {
        question = asked;
        if (asked != null && (leftAlone || cancelled)) {
            asked.giveUp();
        }
        notifyAll();
    }

    /** From now on nobody answers. */
    synchronized void leaveAlone() {
        leftAlone = true;
        if (question != null) {
            question.giveUp();
        }
    }

    /** Waits until it asks something or has ended. */
    synchronized Optional<PendingQuestion> awaitQuestionOrEnd() throws InterruptedException {
        while (question().isEmpty() && state == State.RUNNING) {
            wait();
        }
        return question();
    }

    /** Waits for the end, but not for ever. */
    synchronized void awaitEnd(long millis) throws InterruptedException {
        long deadline = System.nanoTime() + millis * 1_000_000;
        for (long left = millis;
                state == State.RUNNING && left > 0;
                left = (deadline - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
    }

    synchronized ProgressParts progress() {
        return progress;
    }

    synchronized void progress(ProgressParts parts) {
        progress = parts;
    }

    /** The code that its wormhole waits with; empty if there is none to be told. */
    synchronized String code() {
        return code;
    }

    synchronized void code(String text) {
        code = text;
    }
}
