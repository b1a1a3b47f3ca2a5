package wormhole.shell.console;

import java.io.IOError;
import java.io.IOException;
import java.util.SortedSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.completer.NullCompleter;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;

/** The keyboard of a terminal, with line editing and completion. The terminal is touched only while a line is read. */
public final class JLineKeyboard implements Keyboard {
    @Override
    public String readLine(String prompt, Function<String, SortedSet<String>> completions) throws WormholeException {
        try (Terminal terminal = open()) {
            return reader(terminal, completions).readLine(prompt);
        } catch (UserInterruptException | InterruptedException e) {
            throw new WormholeException(ErrorCode.INTERRUPTED, "interrupted", e);
        } catch (EndOfFileException e) {
            throw new WormholeException(ErrorCode.NO_ANSWER, "there was no answer", e);
        } catch (IOException | IOError e) {
            // The library throws the error where the window was closed meanwhile: there is a peer to be told.
            throw new WormholeException(ErrorCode.NO_ANSWER, "cannot use the terminal: " + e.getMessage(), e);
        }
    }

    /** On another thread, since the library forgets about an interrupt that comes while it asks the system for the terminal. */
    private static Terminal open() throws IOException, InterruptedException {
        FutureTask<Terminal> opening = new FutureTask<>(JLineKeyboard::build);
        Thread thread = new Thread(opening, "terminal");
        thread.setDaemon(true);
        thread.start();
        try {
            return opening.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException("it fails: " + e.getCause(), e);
        }
    }

    /**
     * Prompts belong to standard error. Signals stay with the program, which interrupts this thread. Native code for the
     * terminal is left out: newer Javas warn about it, and a process more for a prompt is not felt.
     */
    private static Terminal build() throws IOException {
        return TerminalBuilder.builder()
                .systemOutput(TerminalBuilder.SystemOutput.SysErr)
                .jni(false)
                .ffm(false)
                .nativeSignals(false)
                .graphemeCluster(false)
                .build();
    }

    private static LineReader reader(Terminal terminal, Function<String, SortedSet<String>> completions) {
        return LineReaderBuilder.builder()
                .terminal(terminal)
                .completer(completer(completions))
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .option(LineReader.Option.AUTO_LIST, true)
                // On an empty line too, Tab completes: the nameplates are what is wanted there.
                .option(LineReader.Option.INSERT_TAB, false)
                .variable(LineReader.DISABLE_HISTORY, true)
                .build();
    }

    private static Completer completer(Function<String, SortedSet<String>> completions) {
        if (completions.equals(NO_COMPLETION)) {
            return NullCompleter.INSTANCE;
        }
        return (reader, line, candidates) -> completions
                .apply(line.line().substring(0, line.cursor()))
                .forEach(text -> candidates.add(candidate(text)));
    }

    private static Candidate candidate(String text) {
        boolean complete = !text.endsWith("-");
        return new Candidate(text, text, null, null, null, null, complete);
    }
}
