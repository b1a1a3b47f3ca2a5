package wormhole.shell.console;

import java.util.regex.Pattern;

/**
 * A line in letters that fills from left to right, in steps of half a letter. None of them is in the terminals' other set of
 * letters, which the library would take for it, or hyphens.
 */
public final class ProgressBar {
    /** The part that is done. */
    public static final Pattern DONE = Pattern.compile("━+╸?|╸");

    private static final int STEPS = 2;

    private ProgressBar() {}

    /**
     * The bar for so much.
     *
     * @param total 0 for what is done at once
     * @param letters how long it is
     */
    static String of(long done, long total, int letters) {
        double part = total <= 0 ? 1 : Math.min(1, Math.max(0, done / (double) total));
        int steps = (int) (part * letters * STEPS);
        int whole = steps / STEPS;
        int half = steps % STEPS;
        return "━".repeat(whole) + "╸".repeat(half) + "╌".repeat(letters - whole - half);
    }
}
