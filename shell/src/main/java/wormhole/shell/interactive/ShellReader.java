package wormhole.shell.interactive;

import java.io.IOException;
import java.util.Map;
import org.jline.reader.impl.DefaultParser;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;

/** The library's line reader, whose lock keeps whatever is drawn from standing in the middle of the line. */
final class ShellReader extends LineReaderImpl {
    ShellReader(Terminal terminal, Map<String, Object> variables) throws IOException {
        super(terminal, "wormhole", variables);
        // Completion needs to know where words end, and no more: what a line means is up to the language of scripts.
        setParser(new DefaultParser());
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
