package wormhole.shell.console;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wormhole.spi.ErrorCode;
import wormhole.spi.Event;
import wormhole.spi.Progress;
import wormhole.spi.Question;
import wormhole.spi.UserInterface;
import wormhole.spi.WormholeException;

/** The person at the standard streams. Everything told, asked and drawn goes to standard error, at once. */
public final class ConsoleInterface implements UserInterface {
    private final OutputStream output;
    private final PrintStream error;
    private final Terminals terminals;
    private final TerminalAbilities abilities;
    private final Keyboard keyboard;
    private final Event.Level least;
    private @Nullable ProgressLine shown;

    /**
     * A console.
     *
     * @param output standard output, raw
     * @param error standard error
     * @param abilities those of the terminal there, if it is one
     * @param least what is less than this is not told
     */
    public ConsoleInterface(
            OutputStream output,
            PrintStream error,
            Terminals terminals,
            TerminalAbilities abilities,
            Keyboard keyboard,
            Event.Level least) {
        this.output = terminals.output() ? new EscapingOutput(output) : output;
        this.error = error;
        this.terminals = terminals;
        this.abilities = terminals.error() ? abilities : TerminalAbilities.NONE;
        this.keyboard = keyboard;
        this.least = least;
    }

    @Override
    public synchronized void tell(Event event) {
        String shown = abilities.shown(event);
        if (event.level().compareTo(least) < 0 || shown.isEmpty()) {
            return;
        }
        eraseProgress();
        error.println(shown);
        error.flush();
    }

    private void eraseProgress() {
        if (shown != null) {
            shown.erase();
        }
    }

    @Override
    public String ask(Question question) throws WormholeException {
        if (!terminals.canAsk()) {
            throw new WormholeException(ErrorCode.NO_ANSWER, "nobody is here to answer: " + question.text())
                    .withHint("Run it on a terminal, or decide by an option; --help lists them.");
        }
        synchronized (this) {
            eraseProgress();
        }
        String prompt = Answers.prompt(question) + " ";
        Optional<String> answer = Optional.empty();
        while (answer.isEmpty()) {
            String typed = keyboard.readLine(prompt, Keyboard.NO_COMPLETION);
            answer = Answers.understood(question, typed.strip());
        }
        return answer.get();
    }

    @Override
    public synchronized Progress progress(String what, long total) {
        if (!terminals.error() || least == Event.Level.WARNING) {
            return NoProgress.INSTANCE;
        }
        ProgressLine line =
                new ProgressLine(error, abilities.style(), new ProgressText(what, total), System::nanoTime, this);
        shown = line;
        return line;
    }

    @Override
    public OutputStream output() {
        return output;
    }
}
