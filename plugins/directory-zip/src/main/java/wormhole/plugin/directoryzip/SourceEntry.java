package wormhole.plugin.directoryzip;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;

/**
 * A file or an empty directory that is to be sent. Directories that hold something need no entry of their own, and some
 * receivers stumble over one.
 *
 * @param name its path in the archive, with {@code /} between its parts and, for a directory, at its end
 * @param path where it is
 * @param size in bytes, 0 for a directory
 * @param mode its Unix mode, type and permissions
 */
record SourceEntry(String name, Path path, long size, int mode, Instant modified) {
    byte[] rawName() {
        return name.getBytes(StandardCharsets.UTF_8);
    }

    boolean isDirectory() {
        return name.endsWith("/");
    }
}
