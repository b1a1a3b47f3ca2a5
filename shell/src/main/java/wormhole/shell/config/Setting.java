package wormhole.shell.config;

import java.nio.file.Path;
import java.util.List;

/**
 * What a file says of a key.
 *
 * @param values one, or several where a list is allowed
 * @param file where it stands
 * @param line in which line, from 1
 */
record Setting(List<String> values, Path file, int line) {
    /** Where it stands, for people. */
    String place() {
        return file + ":" + line;
    }
}
