package wormhole.shell.interactive;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import wormhole.shell.console.ProgressParts;
import wormhole.shell.console.ProgressText;
import wormhole.spi.Progress;

/** How far a job is, shown with its name. */
final class JobProgress implements Progress {
    private static final long REDRAW_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final Job job;
    private final ProgressText text;
    private final Board board;
    private final LongSupplier nanoTime;
    private final long begun;
    private long drawn;
    private long done;

    JobProgress(Job job, ProgressText text, Board board, LongSupplier nanoTime) {
        this.job = job;
        this.text = text;
        this.board = board;
        this.nanoTime = nanoTime;
        this.begun = nanoTime.getAsLong();
        this.drawn = begun - REDRAW_NANOS;
    }

    @Override
    public void advance(long bytes) {
        done += bytes;
        long now = nanoTime.getAsLong();
        if (now - drawn >= REDRAW_NANOS) {
            drawn = now;
            job.progress(text.partsAt(done, now - begun));
            board.refresh();
        }
    }

    @Override
    public void close() {
        job.progress(ProgressParts.NONE);
        board.refresh();
    }
}
