package wormhole.shell.interactive;

import java.io.IOException;
import java.io.OutputStream;
import wormhole.shell.console.Answers;
import wormhole.shell.console.NoProgress;
import wormhole.shell.console.ProgressText;
import wormhole.shell.console.TerminalAbilities;
import wormhole.spi.Event;
import wormhole.spi.Progress;
import wormhole.spi.Question;
import wormhole.spi.UserInterface;
import wormhole.spi.WormholeException;
import wormhole.spi.text.Printable;

/** The person at the shell, as a job sees them: everything it says is marked, and its questions wait. */
final class JobInterface implements UserInterface {
    private final Job job;
    private final Screen screen;
    private final Board board;
    private final TerminalAbilities abilities;
    private final Event.Level least;
    private final OutputStream output;

    /**
     * The interface of a job.
     *
     * @param abilities those of the screen's terminal
     * @param least what is less than this is not told
     */
    JobInterface(Job job, Screen screen, Board board, TerminalAbilities abilities, Event.Level least) {
        this.job = job;
        this.screen = screen;
        this.board = board;
        this.abilities = abilities;
        this.least = least;
        this.output = screen.output(job.mark());
    }

    @Override
    public void tell(Event event) {
        String shown = abilities.shown(event);
        // Whoever got the code from the other person knows it, and is told nothing.
        if (event.name().equals("code") && !shown.isEmpty()) {
            job.code(String.valueOf(event.fields().get("code")));
        }
        if (event.name().equals("peer")) {
            job.code("");
        }
        if (event.level().compareTo(least) >= 0 && !shown.isEmpty()) {
            print(shown);
        }
        board.refresh();
    }

    private void print(String text) {
        screen.print(
                job.mark() + text.replace("\n", "\n" + " ".repeat(job.mark().length())));
    }

    @Override
    public String ask(Question question) throws WormholeException {
        PendingQuestion pending = new PendingQuestion(question);
        try {
            // Asked before it is shown: an answer may follow at once, and must find it.
            job.ask(pending);
            if (!board.isInFront(job)) {
                print(Answers.prompt(question) + "  (" + howToAnswer(job, pending) + ")");
            }
            board.refresh();
            return pending.await();
        } finally {
            job.ask(null);
            board.refresh();
        }
    }

    static String howToAnswer(Job job, PendingQuestion question) {
        String yes = question.isYesOrNo() ? "accept " + job.number() : "answer " + job.number() + " TEXT";
        return question.isYesOrNo() || question.isForConflict() ? yes + " or reject " + job.number() : yes;
    }

    @Override
    public Progress progress(String what, long total) {
        job.code("");
        if (least == Event.Level.WARNING) {
            return NoProgress.INSTANCE;
        }
        return new JobProgress(job, ProgressText.brief(Printable.line(what), total), board, System::nanoTime);
    }

    @Override
    public OutputStream output() {
        return output;
    }

    /** Gives out the last line, if it has no end. */
    void finish() {
        try {
            output.close();
        } catch (IOException e) {
            print("wormhole: cannot write to standard output: " + Printable.line(String.valueOf(e.getMessage())));
        }
    }
}
