package wormhole.spi.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Unix modes, where the file system has them; elsewhere everything here does nothing. */
final class Modes {
    static final Set<PosixFilePermission> OWNER_FILE = PosixFilePermissions.fromString("rw-------");
    static final Set<PosixFilePermission> OWNER_DIRECTORY = PosixFilePermissions.fromString("rwx------");

    private Modes() {}

    /** What to create a file with so that it has these permissions from the first moment on. */
    static FileAttribute<?>[] creatingWith(Set<PosixFilePermission> permissions, Path folder) {
        return view(folder) == null
                ? new FileAttribute<?>[0]
                : new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)};
    }

    /** The permissions of something, null where there are none. */
    static @Nullable Set<PosixFilePermission> of(Path path) throws IOException {
        PosixFileAttributeView view = view(path);
        return view == null ? null : view.readAttributes().permissions();
    }

    /** Sets permissions; a link that took the place of our file is not followed. */
    static void set(Path path, @Nullable Set<PosixFilePermission> permissions) throws IOException {
        PosixFileAttributeView view = view(path);
        if (view != null && permissions != null) {
            view.setPermissions(permissions);
        }
    }

    private static @Nullable PosixFileAttributeView view(Path path) {
        return Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    }
}
