package wormhole.shell.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Something that the demo moves.
 *
 * @param title what it is, for people
 * @param sent the arguments of {@code wormhole send}
 * @param check whether it arrived as it was sent
 */
record Exhibit(String title, List<String> sent, Check check) {
    /** Compares what came with what was sent. */
    @FunctionalInterface
    interface Check {
        /**
         * Looks at what came.
         *
         * @param inbox the folder into which it was received
         * @param output what the receiver wrote to standard output
         */
        boolean isSame(Path inbox, byte[] output) throws IOException;
    }
}
