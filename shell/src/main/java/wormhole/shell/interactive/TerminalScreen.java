package wormhole.shell.interactive;

import java.io.IOError;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.jline.reader.Completer;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.Status;
import wormhole.shell.console.EscapingOutput;

/** A terminal: the line that is typed, what jobs say above it, and how they are below it. */
final class TerminalScreen implements Screen {
    private final Terminal terminal;
    private final ShellReader reader;
    private final Completer codes;
    private final ShellColours colours;
    private final BooleanSupplier stopping;
    private final Runnable lineEnded;
    private final AtomicBoolean interrupted = new AtomicBoolean();
    private List<StatusLine> shown = List.of();

    /**
     * A screen.
     *
     * @param reader reads lines from that terminal
     * @param codes completes a code
     * @param colours what stands out, and how
     * @param stopping whether the system wants the program to stop
     * @param lineEnded done after each line
     */
    TerminalScreen(
            Terminal terminal,
            ShellReader reader,
            Completer codes,
            ShellColours colours,
            BooleanSupplier stopping,
            Runnable lineEnded) {
        this.terminal = terminal;
        this.reader = reader;
        this.codes = codes;
        this.colours = colours;
        this.stopping = stopping;
        this.lineEnded = lineEnded;
        terminal.handle(Terminal.Signal.WINCH, signal -> reader.exclusively(this::fit));
        reader.onResize(this::showAgain);
        // Stopping the whole program would stop its transfers too.
        terminal.handle(Terminal.Signal.TSTP, Terminal.SignalHandler.SIG_IGN);
        keepInterrupt();
    }

    private void fit() {
        Status.getExistingStatus(terminal).ifPresent(reader::fit);
        showAgain();
        terminal.flush();
    }

    /** The lines were shortened for the width that was. */
    private void showAgain() {
        Status.getExistingStatus(terminal).ifPresent(status -> show(status, shown));
    }

    @Override
    public Typed readLine(String prompt) {
        return read(prompt, false, true);
    }

    @Override
    public Typed readAnswer(String prompt) {
        return read(prompt, true, false);
    }

    @Override
    public Typed readCode(String prompt) {
        Completer usual = reader.getCompleter();
        reader.setCompleter(codes);
        try {
            return read(prompt, true, true);
        } finally {
            reader.setCompleter(usual);
        }
    }

    private Typed read(String prompt, boolean answer, boolean completed) {
        interrupted.set(false);
        reader.setVariable(LineReader.DISABLE_HISTORY, answer);
        reader.setVariable(LineReader.DISABLE_COMPLETION, !completed);
        reader.option(LineReader.Option.DISABLE_HIGHLIGHTER, answer);
        try {
            return Typed.line(reader.readLine(colours.prompt(prompt)));
        } catch (UserInterruptException e) {
            boolean stopped = stopping.getAsBoolean();
            return new Typed(stopped ? Typed.Kind.STOPPED : Typed.Kind.CANCELLED, e.getPartialLine());
        } catch (EndOfFileException e) {
            return new Typed(stopping.getAsBoolean() ? Typed.Kind.STOPPED : Typed.Kind.END, "");
        } catch (IOError e) {
            // The window was closed: nobody can be asked whether to leave, but there are peers to be told.
            return new Typed(Typed.Kind.STOPPED, "");
        } finally {
            lineEnded.run();
        }
    }

    @Override
    public void print(String text) {
        whileOpen(() -> reader.printAbove(colours.said(text)));
    }

    /** A window that was closed is no reason for a job to fail: it has a peer to talk to. */
    private static void whileOpen(Runnable drawing) {
        try {
            drawing.run();
        } catch (IOError e) {
            // Nobody looks.
        }
    }

    @Override
    public OutputStream output(String mark) {
        LineOutput lines = new LineOutput(line -> print(mark + line));
        return new EscapingOutput(lines);
    }

    @Override
    public void status(List<StatusLine> lines) {
        whileOpen(() -> reader.exclusively(() -> {
            Status status = Status.getStatus(terminal);
            if (status != null) {
                show(status, lines);
            }
        }));
    }

    /** The library moves lines without drawing them when their number changes, so only empty ones are there then. */
    private void show(Status status, List<StatusLine> lines) {
        shown = lines;
        int height = lines.isEmpty() ? 0 : Math.max(lines.size(), status.size());
        if (height != status.size()) {
            status.update(blank(status.size()));
            status.update(blank(height));
        }
        int width = Math.max(1, terminal.getSize().getColumns() - 1);
        List<AttributedString> drawn = new ArrayList<>(blank(height - lines.size()));
        StatusLine.fitting(lines, width)
                .forEach(line -> drawn.add(colours.status(line).columnSubSequence(0, width)));
        status.update(drawn);
    }

    private static List<AttributedString> blank(int lines) {
        return Collections.nCopies(lines, AttributedString.EMPTY);
    }

    @Override
    public void onInterrupt(Runnable action) {
        terminal.handle(Terminal.Signal.INT, signal -> action.run());
        if (interrupted.getAndSet(false)) {
            action.run();
        }
    }

    @Override
    public void keepInterrupt() {
        terminal.handle(Terminal.Signal.INT, signal -> interrupted.set(true));
    }

    @Override
    public boolean isTerminal() {
        return true;
    }
}
