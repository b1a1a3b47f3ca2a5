package wormhole.shell.console;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How far something is, in the parts of one line; what is not known is empty.
 *
 * @param what what is being done, or, if there is no bar, all that is to be said
 * @param bar in letters
 * @param share such as {@code 9%}
 * @param total such as {@code of 3.1 MB}
 * @param rate such as {@code 1.2 MB/s}
 * @param left such as {@code 42 s left}
 */
public record ProgressParts(String what, String bar, String share, String total, String rate, String left) {
    /** Nothing to say. */
    public static final ProgressParts NONE = words("");

    /** Words about something that has no progress. */
    public static ProgressParts words(String text) {
        return new ProgressParts(text, "", "", "", "", "");
    }

    public boolean isEmpty() {
        return equals(NONE);
    }

    /** Whether there is more than words. */
    public boolean hasBar() {
        return !bar.isEmpty();
    }

    /** The line. */
    public String text() {
        String far = Stream.of(what, bar, share, total)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        return Stream.of(far, rate, left).filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
    }
}
