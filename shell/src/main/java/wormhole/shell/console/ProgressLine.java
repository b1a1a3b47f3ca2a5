package wormhole.shell.console;

import java.io.PrintStream;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import wormhole.spi.Progress;

/** One line of a terminal that shows how far something is, drawn over itself. */
final class ProgressLine implements Progress {
    private static final long REDRAW_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final String ERASE = "\r\u001b[K";
    /** In a narrow window the end of the line is left out: what went on in the next one could not be drawn over. */
    private static final String CUT = "\u001b[?7l";

    private static final String WRAP = "\u001b[?7h";

    private final PrintStream terminal;
    private final Style style;
    private final ProgressText text;
    private final LongSupplier nanoTime;
    private final Object lock;
    private final long begun;
    private long drawn;
    private long done;
    private boolean visible;
    private boolean closed;

    /**
     * A line that is drawn when there is something to show.
     *
     * @param lock held while drawing, so that nothing else is written in the middle of it
     */
    ProgressLine(PrintStream terminal, Style style, ProgressText text, LongSupplier nanoTime, Object lock) {
        this.terminal = terminal;
        this.style = style;
        this.text = text;
        this.nanoTime = nanoTime;
        this.lock = lock;
        this.begun = nanoTime.getAsLong();
        this.drawn = begun - REDRAW_NANOS;
    }

    @Override
    public void advance(long bytes) {
        done += bytes;
        long now = nanoTime.getAsLong();
        if (now - drawn >= REDRAW_NANOS) {
            draw(now);
        }
    }

    private void draw(long now) {
        synchronized (lock) {
            drawn = now;
            visible = true;
            terminal.print(ERASE + CUT + style.progress(text.at(done, now - begun)) + WRAP);
            terminal.flush();
        }
    }

    /** Makes room for something else; the line comes back with the next bytes. */
    void erase() {
        synchronized (lock) {
            if (visible) {
                terminal.print(ERASE);
                visible = false;
            }
        }
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        draw(nanoTime.getAsLong());
        synchronized (lock) {
            terminal.println();
            visible = false;
        }
    }
}
