package wormhole.shell.interactive;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import wormhole.shell.console.Answers;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;

/** Where a job has the screen to itself: the prompt waits for it, and its questions are asked at once. */
final class Front {
    private final Screen screen;
    private final Board board;
    private final Thread reader;
    private final AtomicBoolean waitingStopped = new AtomicBoolean();

    /**
     * The front.
     *
     * @param reader the thread that reads lines, on which all methods are called
     */
    Front(Screen screen, Board board, Thread reader) {
        this.screen = screen;
        this.board = board;
        this.reader = reader;
    }

    /** Starts a job and waits for it; from before its start, Ctrl-C cancels it. */
    void run(Job job, Runnable start) {
        hold(job, "", true, start);
    }

    /** Waits for a job; Ctrl-C cancels it. Returns whether it has ended. */
    boolean bring(Job job) {
        return hold(job, "Job " + job.number() + " is in front: Ctrl-C cancels it.", true, () -> {});
    }

    /** Waits for a job; Ctrl-C ends the waiting, and the job goes on. Returns whether it has ended. */
    boolean await(Job job) {
        return hold(job, "Waiting for job " + job.number() + ": Ctrl-C ends only the waiting.", false, () -> {});
    }

    private void stopWaiting() {
        waitingStopped.set(true);
        reader.interrupt();
    }

    /** What may have to wait. */
    @FunctionalInterface
    interface Waiting<T> {
        T get() throws WormholeException;
    }

    /** Waits for something; Ctrl-C ends the waiting, and the line too if there was nothing to wait for. */
    <T> T interruptibly(Waiting<T> waiting) throws WormholeException {
        screen.onInterrupt(this::stopWaiting);
        T awaited;
        boolean stopped = false;
        try {
            awaited = waiting.get();
        } finally {
            screen.keepInterrupt();
            stopped = waitingStopped.getAndSet(false) && Thread.interrupted();
        }
        if (stopped) {
            throw new WormholeException(ErrorCode.INTERRUPTED, "cancelled");
        }
        return awaited;
    }

    /** @param cancels whether Ctrl-C is for the job, and not only for the waiting */
    private boolean hold(Job job, String note, boolean cancels, Runnable start) {
        board.front(job, note);
        screen.onInterrupt(cancels ? job::cancel : this::stopWaiting);
        board.refresh();
        try {
            start.run();
            Optional<PendingQuestion> question = job.awaitQuestionOrEnd();
            while (question.isPresent() && ask(job, question.get(), cancels)) {
                question = job.awaitQuestionOrEnd();
            }
        } catch (InterruptedException e) {
            if (!waitingStopped.getAndSet(false)) {
                reader.interrupt();
            }
        } finally {
            screen.keepInterrupt();
            board.front(null, "");
            board.refresh();
        }
        return !job.isRunning();
    }

    /** Asks until there is an answer; false if the person wants the prompt instead. */
    private boolean ask(Job job, PendingQuestion question, boolean cancels) {
        String prompt = job.mark() + Answers.prompt(question.question()) + " ";
        while (question.isOpen() && job.isRunning()) {
            Typed typed = question.isForCode() ? screen.readCode(prompt) : screen.readAnswer(prompt);
            switch (typed.kind()) {
                case LINE -> question.take(typed.text());
                case CANCELLED -> {
                    if (cancels) {
                        job.cancel();
                    }
                    return cancels;
                }
                case END, STOPPED -> {
                    if (job.number() > 0 && screen.isTerminal()) {
                        return false;
                    }
                    question.giveUp();
                }
            }
        }
        return true;
    }
}
