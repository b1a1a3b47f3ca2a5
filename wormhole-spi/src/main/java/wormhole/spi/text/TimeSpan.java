package wormhole.spi.text;

import java.time.Duration;

/** Spans of time for people, in the largest unit of which they are a whole number: {@code 15 minutes}. */
public final class TimeSpan {
    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final long MILLIS = 1000;

    private TimeSpan() {}

    /** A span, 0 or more, in words; what is less than a millisecond is left off. */
    public static String of(Duration span) {
        long seconds = span.toSeconds();
        if (span.toMillis() != seconds * MILLIS) {
            return span.toMillis() / (double) MILLIS + " seconds";
        }
        if (seconds == 0 || seconds % MINUTE != 0) {
            return count(seconds, "second");
        }
        if (seconds % HOUR != 0) {
            return count(seconds / MINUTE, "minute");
        }
        return seconds % DAY == 0 ? count(seconds / DAY, "day") : count(seconds / HOUR, "hour");
    }

    private static String count(long number, String unit) {
        return number == 1 ? "1 " + unit : number + " " + unit + "s";
    }
}
