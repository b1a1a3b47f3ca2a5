package wormhole.shell.interactive;

import java.io.IOException;
import org.jline.terminal.Terminal;
import org.jline.utils.Signals;
import wormhole.spi.WormholeException;

/**
 * Ctrl-C and Ctrl-Z on a terminal that can do nothing but letters: the library leaves them to the program there, which would
 * end or stop with all its jobs.
 */
final class Interrupts {
    private static final String INTERRUPT = "INT";
    private static final String STOP = "TSTP";

    private Interrupts() {}

    /** What a person does at a terminal. */
    @FunctionalInterface
    interface Session {
        void run() throws IOException, WormholeException;
    }

    /** Runs a session; the terminal hears of Ctrl-C meanwhile. */
    static void during(Terminal terminal, Session session) throws IOException, WormholeException {
        if (!terminal.getType().startsWith(Terminal.TYPE_DUMB)) {
            session.run();
            return;
        }
        Object interrupt = Signals.register(INTERRUPT, () -> terminal.raise(Terminal.Signal.INT));
        Object stop = Signals.register(STOP, () -> {});
        try {
            session.run();
        } finally {
            Signals.unregister(INTERRUPT, interrupt);
            Signals.unregister(STOP, stop);
        }
    }
}
