package wormhole.shell.interactive;

import java.io.IOError;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jline.reader.LineReader;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.InputFlag;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Terminal;
import org.jline.utils.Status;
import wormhole.spi.WormholeException;

/** A session at a terminal: with history, completion and colours. */
final class TerminalSession {
    private static final String HINT = """
            'send FILE' shows a code for the other person, 'receive CODE' takes theirs.
            Both are jobs: 'jobs' lists them, 'accept 1' answers, 'cancel 1' ends one.
            Tab completes, 'help' and 'help COMMAND' tell more, Ctrl-D leaves.""";

    private final ShellSession session;
    private final Terminal terminal;
    private final Path home;

    /**
     * A session.
     *
     * @param home the person's own folder
     */
    TerminalSession(ShellSession session, Terminal terminal, Path home) {
        this.session = session;
        this.terminal = terminal;
        this.home = home;
    }

    void run(boolean colours, BooleanSupplier stopping) throws IOException, WormholeException {
        StateFolder state = new StateFolder(session.host().environment(), home.toString());
        boolean first = state.isNew();
        Attributes before = terminal.getAttributes();
        terminal.setAttributes(unechoed(before));
        try (Nameplates nameplates = session.nameplates()) {
            ShellReader reader = new ShellReader(terminal, variables(state));
            reader.setHistory(new CodelessHistory(session.codes()));
            CodeCompletion codes = new CodeCompletion(nameplates);
            reader.setCompleter(new ShellCompleter(
                    session.index(),
                    new PathCompletion(session.host().directory(), home),
                    codes,
                    session.jobs(),
                    session.host()::plugins));
            if (colours) {
                reader.setHighlighter(new ShellHighlighter(session.index()));
            }
            options(reader);
            TerminalScreen screen = new TerminalScreen(
                    terminal,
                    reader,
                    codes,
                    new ShellColours(colours && !terminal.getType().startsWith(Terminal.TYPE_DUMB)),
                    stopping,
                    nameplates::close);
            if (first) {
                screen.print(HINT);
            }
            session.run(screen);
            screen.status(List.of());
        } finally {
            giveBack(before);
        }
    }

    private void giveBack(Attributes before) {
        try {
            Status.getExistingStatus(terminal).ifPresent(Status::close);
            terminal.setAttributes(before);
        } catch (IOError e) {
            // There is no terminal any more, and why this ends is worth more.
        }
    }

    /** What is typed while no line is read must wait for the next one, and not be echoed among what jobs say. */
    private static Attributes unechoed(Attributes usual) {
        Attributes attributes = new Attributes(usual);
        attributes.setLocalFlags(EnumSet.of(LocalFlag.ICANON, LocalFlag.ECHO, LocalFlag.IEXTEN), false);
        attributes.setInputFlags(EnumSet.of(InputFlag.ICRNL, InputFlag.INLCR, InputFlag.IXON), false);
        attributes.setControlChar(Attributes.ControlChar.VMIN, 1);
        attributes.setControlChar(Attributes.ControlChar.VTIME, 0);
        return attributes;
    }

    private static Map<String, Object> variables(StateFolder state) {
        Map<String, Object> variables = new HashMap<>();
        state.history().ifPresent(file -> variables.put(LineReader.HISTORY_FILE, file));
        variables.put(LineReader.HISTORY_FILE_SIZE, 1000);
        variables.put(LineReader.SECONDARY_PROMPT_PATTERN, "      ...> ");
        return variables;
    }

    private static void options(ShellReader reader) {
        List.of(
                        LineReader.Option.DISABLE_EVENT_EXPANSION,
                        LineReader.Option.CASE_INSENSITIVE,
                        LineReader.Option.AUTO_LIST,
                        LineReader.Option.HISTORY_IGNORE_DUPS)
                .forEach(reader::setOpt);
        // Files with capitals are rarer than a Tab that was meant to complete, not to choose.
        reader.unsetOpt(LineReader.Option.AUTO_MENU);
        // On an empty line, Tab shows what there is.
        reader.unsetOpt(LineReader.Option.INSERT_TAB);
    }
}
