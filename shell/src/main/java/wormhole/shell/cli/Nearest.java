package wormhole.shell.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what somebody meant who mistyped a name. */
public final class Nearest {
    private Nearest() {}

    /** The known name with the fewest slips from what was typed; none if all are far off. */
    public static Optional<String> to(String typed, Collection<String> known) {
        int tolerated = (typed.length() + 2) / 3;
        return known.stream()
                .filter(name -> name.length() > 2 && (slips(typed, name) <= tolerated || name.startsWith(typed)))
                .min(Comparator.comparingInt(name -> slips(typed, name)));
    }

    /** Levenshtein's distance: letters put in, left out or mistaken. */
    private static int slips(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
