package wormhole.plugin.directoryzip;

/**
 * A map from hashes to numbers, sixteen bytes for each place: open addressing in many small parts, so that only one at a
 * time is copied when it grows. No value is 0.
 */
final class LongMap {
    private static final int PARTS = 256;
    private static final int FIRST_PLACES = 16;

    private final long[][] parts = new long[PARTS][2 * FIRST_PLACES];
    private final int[] sizes = new int[PARTS];

    /** The value of a hash, 0 if there is none. */
    long get(long hash) {
        long[] part = parts[part(hash)];
        return part[place(part, hash) + 1];
    }

    void put(long hash, long value) {
        int number = part(hash);
        long[] part = parts[number];
        int place = place(part, hash);
        if (part[place + 1] == 0 && ++sizes[number] > part.length / 8 * 3) {
            part = grown(part);
            parts[number] = part;
            place = place(part, hash);
        }
        part[place] = hash;
        part[place + 1] = value;
    }

    private static long[] grown(long[] part) {
        long[] bigger = new long[part.length * 2];
        for (int i = 0; i < part.length; i += 2) {
            if (part[i + 1] != 0) {
                int place = place(bigger, part[i]);
                bigger[place] = part[i];
                bigger[place + 1] = part[i + 1];
            }
        }
        return bigger;
    }

    private static int part(long hash) {
        return (int) (hash >>> 56);
    }

    /** Where a hash is, or belongs. */
    private static int place(long[] part, long hash) {
        int mask = part.length - 1;
        int place = ((int) hash << 1) & mask;
        while (part[place + 1] != 0 && part[place] != hash) {
            place = (place + 2) & mask;
        }
        return place;
    }
}
