package wormhole.plugin.directoryzip;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import wormhole.spi.files.PeerPath;

/**
 * Names in a tree that a careful receiver, such as this program, refuses on every system, and the whole tree with them. Others take
 * them, so they are sent; but whoever sends them should know before the other side has half of it.
 */
final class DoubtfulNames {
    /** Of more names in one directory, those beyond are not compared: that would cost memory, for a caution. */
    private static final int MAX_COMPARED = 20_000;

    private int count;
    private String example = "";

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

        /** Looks at a name, which stands at the end of a path, beside those before it. */
        void look(String path, String name) {
            PeerPath.problem(name).ifPresent(problem -> note(path, problem));
            if (folded.size() < MAX_COMPARED && !folded.add(PeerPath.folded(name))) {
                note(path, "is the same as another one on systems such as macOS and Windows");
            }
        }
    }
}
