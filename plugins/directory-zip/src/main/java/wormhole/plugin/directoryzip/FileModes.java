package wormhole.plugin.directoryzip;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;

/**
 * The modes that files and folders get. Java cannot tell the process's umask, so the first new file is looked at: most need no
 * other mode than it has.
 */
final class FileModes {
    private static final int PERMISSIONS = 0777;
    private static final int UNKNOWN = -1;

    private final OpenFolder root;
    private final boolean posix;
    private int usual = UNKNOWN;

    /** @param root whose file system either has modes or has not */
    FileModes(OpenFolder root) {
        this.root = root;
        this.posix = root.supports(PosixFileAttributeView.class);
    }

    /** Takes notice of a file that was created as any other. */
    void notice(Path file) throws IOException {
        if (posix && usual == UNKNOWN) {
            usual = UnixMode.of(0, view(file).readAttributes().permissions());
        }
    }

    /** Whether a new file has to be given another mode than it has. */
    boolean change(int mode, int atLeast) {
        return says(mode) && ((mode & PERMISSIONS) | atLeast) != usual;
    }

    /** Sets a mode, if it says anything. */
    void set(Path place, int mode, int atLeast) throws IOException {
        if (says(mode)) {
            view(place).setPermissions(UnixMode.permissions(mode | atLeast));
        }
    }

    private PosixFileAttributeView view(Path inside) {
        return root.view(inside, PosixFileAttributeView.class);
    }

    /** A mode of 0 comes from systems without modes; nobody wants a file that they cannot read themselves. */
    private boolean says(int mode) {
        return posix && (mode & PERMISSIONS) != 0;
    }
}
