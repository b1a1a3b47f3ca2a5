package wormhole.plugin.sshkey;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** An open {@code .ssh} folder with its {@code authorized_keys}. */
interface KeyFolder extends Closeable {
    String FOLDER = ".ssh";
    String FILE = "authorized_keys";

    /** The content of the file; empty if there is none. */
    Optional<byte[]> read() throws IOException;

    /**
     * Puts a new content in the place of the old one, at once and for good: who reads it meanwhile sees the one or the other.
     * Afterwards only the owner can read the file (mode 0600) and enter the folder (mode 0700).
     */
    void replace(byte[] content) throws IOException;
}
