package wormhole.shell.interactive;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.Reference;
import org.jline.reader.impl.DefaultParser;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.Status;

/** The library's line reader, whose lock keeps whatever is drawn from standing in the middle of the line. */
final class ShellReader extends LineReaderImpl {
    /** One line down in the same column, scrolling at the bottom; a line feed may go to the first column. */
    private static final String INDEX = "\u001bD";

    /** The last letters of what the arrows, Home and End send. */
    private static final Map<String, String> CURSOR_KEYS = Map.of(
            "A", UP_LINE_OR_SEARCH,
            "B", DOWN_LINE_OR_SEARCH,
            "C", FORWARD_CHAR,
            "D", BACKWARD_CHAR,
            "H", BEGINNING_OF_LINE,
            "F", END_OF_LINE);

    private Runnable resized = () -> {};

    ShellReader(Terminal terminal, Map<String, Object> variables) throws IOException {
        super(terminal, "wormhole", variables);
        // Completion needs to know where words end, and no more: what a line means is up to the language of scripts.
        setParser(new DefaultParser());
        bindCursorKeysTypedAhead();
    }

    /** While no line is read, the terminal is in its other mode, in which it has other names for them. */
    private void bindCursorKeysTypedAhead() {
        for (String name : List.of(EMACS, VIINS, VICMD)) {
            KeyMap<Binding> keys = Objects.requireNonNull(getKeyMaps().get(name));
            CURSOR_KEYS.forEach((letter, widget) -> {
                keys.bindIfNotBound(new Reference(widget), "\u001b[" + letter);
                keys.bindIfNotBound(new Reference(widget), "\u001bO" + letter);
            });
        }
    }

    @Override
    protected void handleSignal(Terminal.Signal signal) {
        exclusively(() -> {
            if (signal == Terminal.Signal.WINCH) {
                Status.getExistingStatus(terminal).ifPresent(this::fit);
            }
            super.handleSignal(signal);
            if (signal == Terminal.Signal.WINCH) {
                resized.run();
                terminal.flush();
            }
        });
    }

    /**
     * Gives a status with lines its place at the new bottom. The library would put it there wherever the line has come to be: a
     * terminal that gets lower may have put the line itself there, one that gets higher has the old status still below the
     * line. It would also clear lines above, which the terminal may have filled with what was said.
     */
    void fit(Status status) {
        if (status.size() > 0) {
            makeRoomBelow(status.size());
            moveToBottom(status);
        } else {
            // The next one that has lines has to know where the bottom is.
            status.resize(terminal.getSize());
        }
    }

    private void makeRoomBelow(int lines) {
        terminal.puts(Capability.save_cursor);
        terminal.puts(Capability.change_scroll_region, 0, terminal.getSize().getRows() - 1);
        terminal.puts(Capability.restore_cursor);
        terminal.puts(Capability.clr_eos);
        terminal.writer().print(INDEX.repeat(lines));
        terminal.puts(Capability.parm_up_cursor, lines);
    }

    /**
     * Of all changes, a window that gets wider makes the library clear the status and nothing else. Being told so each time, it
     * also draws anew when a single signal stands for a change and for that back.
     */
    private void moveToBottom(Status status) {
        Size now = terminal.getSize();
        Size narrower = Size.of(now.getColumns() - 1, now.getRows());
        int lines = status.size();
        status.suspend();
        status.update(List.of());
        status.resize(narrower);
        status.update(Collections.nCopies(lines, AttributedString.EMPTY));
        status.resize(now);
        status.restore();
        size = narrower;
    }

    /** Says what is to be drawn anew when the window has another size while a line is read. */
    void onResize(Runnable drawing) {
        resized = drawing;
    }

    /** Draws while the line is not being drawn. */
    void exclusively(Runnable drawing) {
        lock.lock();
        try {
            drawing.run();
        } finally {
            lock.unlock();
        }
    }
}
