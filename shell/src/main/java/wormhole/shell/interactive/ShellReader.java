package wormhole.shell.interactive;

import java.io.IOException;
import java.util.Map;
import org.jline.reader.impl.DefaultParser;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.Status;

/** The library's line reader, whose lock keeps whatever is drawn from standing in the middle of the line. */
final class ShellReader extends LineReaderImpl {
    /** One line down in the same column, scrolling at the bottom; a line feed may go to the first column. */
    private static final String INDEX = "\u001bD";

    ShellReader(Terminal terminal, Map<String, Object> variables) throws IOException {
        super(terminal, "wormhole", variables);
        // Completion needs to know where words end, and no more: what a line means is up to the language of scripts.
        setParser(new DefaultParser());
    }

    @Override
    protected void handleSignal(Terminal.Signal signal) {
        exclusively(() -> {
            if (signal == Terminal.Signal.WINCH) {
                Status.getExistingStatus(terminal).map(Status::size).ifPresent(this::makeRoomBelow);
            }
            super.handleSignal(signal);
        });
    }

    /**
     * The library draws the status at the new bottom, wherever the line has come to be: a terminal that gets lower may have
     * put the line itself there, one that gets higher has the old status still below the line.
     */
    private void makeRoomBelow(int lines) {
        if (lines > 0) {
            terminal.puts(Capability.save_cursor);
            terminal.puts(Capability.change_scroll_region, 0, terminal.getSize().getRows() - 1);
            terminal.puts(Capability.restore_cursor);
            terminal.puts(Capability.clr_eos);
            terminal.writer().print(INDEX.repeat(lines));
            terminal.puts(Capability.parm_up_cursor, lines);
        }
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
