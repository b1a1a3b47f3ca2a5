package wormhole.shell.json;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import wormhole.spi.Event;
import wormhole.spi.Progress;

/** Progress as events: the first bytes, then at most ten a second, and how far it came in the end. */
final class JsonProgress implements Progress {
    private static final long INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final JsonLines lines;
    private final Event event;
    private final LongSupplier nanoTime;
    private long told;
    private long done;
    private boolean closed;

    JsonProgress(JsonLines lines, String what, long total, LongSupplier nanoTime) {
        this.lines = lines;
        this.event = Event.named("progress").with("what", what).with("total", total);
        this.nanoTime = nanoTime;
        this.told = nanoTime.getAsLong() - INTERVAL_NANOS;
    }

    @Override
    public void advance(long bytes) {
        done += bytes;
        long now = nanoTime.getAsLong();
        if (now - told >= INTERVAL_NANOS) {
            told = now;
            tell();
        }
    }

    private void tell() {
        lines.write(event.with("done", done));
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            tell();
        }
    }
}
