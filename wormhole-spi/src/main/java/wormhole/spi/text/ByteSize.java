package wormhole.spi.text;

import java.util.Locale;

/** Sizes for people, in powers of 1000 as the other implementations show them: {@code 3.1 MB}. */
public final class ByteSize {
    private static final int STEP = 1000;
    private static final double ROUNDS_UP = 999.95;
    private static final String[] UNITS = {"kB", "MB", "GB", "TB", "PB", "EB"};

    private ByteSize() {}

    /** So many bytes, 0 or more, in words. */
    public static String of(long bytes) {
        if (bytes < STEP) {
            return bytes == 1 ? "1 byte" : bytes + " bytes";
        }
        double amount = bytes / (double) STEP;
        int unit = 0;
        while (amount >= ROUNDS_UP) {
            amount /= STEP;
            unit++;
        }
        return String.format(Locale.ROOT, "%.1f %s", amount, UNITS[unit]);
    }
}
