package wormhole.plugin.server.mailbox;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** Which names nameplates may have, and which one is given out next. */
final class NameplateNames {
    /** ASCII only: other digits would look the same to a person and differ for a machine. */
    private static final Pattern VALID = Pattern.compile("[0-9]{1,40}");

    private static final int SHORT_DIGITS = 3;
    private static final int LONG_FROM = 1000;
    private static final int LONG_TO = 1_000_000;
    private static final int LONG_TRIES = 1000;

    private final RandomGenerator random;

    NameplateNames(RandomGenerator random) {
        this.random = random;
    }

    static boolean isValid(String name) {
        return VALID.matcher(name).matches();
    }

    /**
     * A free name that is as short as possible, and among those random, so that it cannot be foreseen.
     *
     * @param freeNames like {@link ChannelStore#freeNames}, within one app
     * @param isTaken whether a nameplate has a name
     */
    String pickFree(BiFunction<Integer, Integer, List<String>> freeNames, Predicate<String> isTaken) throws Refusal {
        int from = 1;
        for (int digits = 1; digits <= SHORT_DIGITS; digits++) {
            List<String> free = freeNames.apply(from, from * 10);
            if (!free.isEmpty()) {
                return free.get(random.nextInt(free.size()));
            }
            from *= 10;
        }
        return pickLong(isTaken);
    }

    private String pickLong(Predicate<String> isTaken) throws Refusal {
        for (int tries = 0; tries < LONG_TRIES; tries++) {
            String name = Integer.toString(random.nextInt(LONG_FROM, LONG_TO));
            if (!isTaken.test(name)) {
                return name;
            }
        }
        throw new Refusal("unable to find a free nameplate-id");
    }
}
