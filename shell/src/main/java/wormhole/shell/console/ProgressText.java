package wormhole.shell.console;

import java.util.concurrent.TimeUnit;
import wormhole.spi.text.ByteSize;

/** What a progress line says: how much, how fast, how long still. The rate is that of the last seconds. */
public final class ProgressText {
    private static final long WINDOW_NANOS = TimeUnit.SECONDS.toNanos(3);
    private static final int PERCENT = 100;
    private static final int LETTERS = 16;
    private static final int FEW_LETTERS = 8;

    private final String what;
    private final long total;
    private final int letters;
    private long windowStart;
    private long windowBytes;
    private double rate;

    public ProgressText(String what, long total) {
        this(what, total, LETTERS);
    }

    private ProgressText(String what, long total, int letters) {
        this.what = what;
        this.total = total;
        this.letters = letters;
    }

    /** One with a shorter bar, which leaves room for a name before it. */
    public static ProgressText brief(String what, long total) {
        return new ProgressText(what, total, FEW_LETTERS);
    }

    /**
     * The text for so many bytes after so much time.
     *
     * @param nanos since the beginning
     */
    public String at(long done, long nanos) {
        return partsAt(done, nanos).text();
    }

    /**
     * Its parts.
     *
     * @param nanos since the beginning
     */
    public ProgressParts partsAt(long done, long nanos) {
        measure(done, nanos);
        long percent = total <= 0 ? PERCENT : (long) (done * (double) PERCENT / total);
        boolean moves = rate > 0;
        return new ProgressParts(
                what,
                ProgressBar.of(done, total, letters),
                percent + "%",
                "of " + ByteSize.of(Math.max(0, total)),
                moves ? ByteSize.of((long) rate) + "/s" : "",
                moves && done < total ? duration((long) Math.ceil((total - done) / rate)) + " left" : "");
    }

    private void measure(long done, long nanos) {
        long elapsed = nanos - windowStart;
        if (elapsed <= 0) {
            return;
        }
        double current = (done - windowBytes) * 1e9 / elapsed;
        if (rate == 0 || windowStart == 0) {
            rate = current;
        }
        if (elapsed >= WINDOW_NANOS) {
            rate = current;
            windowStart = nanos;
            windowBytes = done;
        }
    }

    private static String duration(long seconds) {
        long minutes = seconds / 60;
        if (minutes == 0) {
            return seconds + " s";
        }
        long hours = minutes / 60;
        return hours == 0 ? minutes + " min " + seconds % 60 + " s" : hours + " h " + minutes % 60 + " min";
    }
}
