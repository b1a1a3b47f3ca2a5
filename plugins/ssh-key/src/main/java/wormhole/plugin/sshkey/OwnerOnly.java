package wormhole.plugin.sshkey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The modes that the SSH server insists on, where the file system has modes; elsewhere nothing is done. */
final class OwnerOnly {
    static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");

    private OwnerOnly() {}

    /** What to create something with, so that nobody else can open it even for a moment. */
    static FileAttribute<?>[] from(Set<PosixFilePermission> permissions, @Nullable PosixFileAttributeView parent) {
        return parent == null
                ? new FileAttribute<?>[0]
                : new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)};
    }

    static void set(@Nullable PosixFileAttributeView view, Set<PosixFilePermission> permissions) throws IOException {
        if (view != null && !view.readAttributes().permissions().equals(permissions)) {
            view.setPermissions(permissions);
        }
    }

    /** Whether somebody besides the owner may change what is in a folder. */
    static boolean othersMayWrite(Path folder) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
        return view != null
                && view.readAttributes().permissions().stream()
                        .anyMatch(Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE)::contains);
    }

    /** Gives something to the owner of something else: what root makes for a user must be the user's. */
    static void give(@Nullable PosixFileAttributeView to, @Nullable PosixFileAttributeView like) throws IOException {
        if (to == null || like == null) {
            return;
        }
        PosixFileAttributes now = to.readAttributes();
        PosixFileAttributes wanted = like.readAttributes();
        if (!now.owner().equals(wanted.owner())) {
            to.setOwner(wanted.owner());
            to.setGroup(wanted.group());
        }
    }
}
