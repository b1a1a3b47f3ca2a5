package wormhole.plugin.directoryzip;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import wormhole.spi.files.PeerPath;

/**
 * Names in a tree that a careful receiver, such as this program, refuses, and the whole tree with them. Others take them, so they are
 * sent; but whoever sends them should know before the other side has half of it.
 */
final class DoubtfulNames {
    /** Of more names in one directory, those beyond are not compared: that would cost memory, for a caution. */
    private static final int MAX_SIBLINGS = 100_000;

    private int count;
    private String example = "";

    /** Looks at the last element of a path. */
    void look(String path) {
        PeerPath.problem(element(path)).ifPresent(problem -> note(path, problem));
    }

    private static String element(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private void note(String path, String problem) {
        if (count++ == 0) {
            example = "'" + path + "', which " + problem;
        }
    }

    /** Begins with the names of a directory. */
    Siblings siblings() {
        return new Siblings();
    }

    /** Such as {@code 3 names, such as 'a\b', which holds a path separator}; empty if there are none. */
    Optional<String> words() {
        if (count == 0) {
            return Optional.empty();
        }
        return Optional.of(count == 1 ? "the name " + example : count + " names, such as " + example);
    }

    /** The names in one directory. */
    final class Siblings {
        private final Set<String> folded = new HashSet<>();

        /** Looks at the last element of a path, beside those before it. */
        void look(String path) {
            DoubtfulNames.this.look(path);
            if (folded.size() < MAX_SIBLINGS && !folded.add(PeerPath.folded(element(path)))) {
                note(path, "is another one's on systems that do not tell upper from lower case");
            }
        }
    }
}
