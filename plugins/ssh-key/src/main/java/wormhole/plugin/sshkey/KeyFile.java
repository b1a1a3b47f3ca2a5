package wormhole.plugin.sshkey;

import java.nio.file.Path;

/** A public key and the file that it stands in. */
record KeyFile(Path path, PublicKey key) {
    /** For people, on one line. */
    String summary() {
        return path.getFileName() + ": " + key.summary();
    }
}
