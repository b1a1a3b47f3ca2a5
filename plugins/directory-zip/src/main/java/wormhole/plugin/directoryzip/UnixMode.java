package wormhole.plugin.directoryzip;

import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/** Unix modes as numbers, as archives hold them (stat(2), {@code st_mode}). */
final class UnixMode {
    static final int FILE = 0100000;
    static final int DIRECTORY = 0040000;
    static final int USUAL_FILE = FILE | 0644;
    static final int USUAL_DIRECTORY = DIRECTORY | 0755;

    private static final int TYPE_MASK = 0170000;
    private static final int OWNER_READ = 0400;
    private static final PosixFilePermission[] FROM_HIGHEST_BIT = {
        PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE,
        PosixFilePermission.GROUP_READ, PosixFilePermission.GROUP_WRITE, PosixFilePermission.GROUP_EXECUTE,
        PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE, PosixFilePermission.OTHERS_EXECUTE,
    };

    private UnixMode() {}

    static int type(int mode) {
        return mode & TYPE_MASK;
    }

    static int of(int type, Set<PosixFilePermission> permissions) {
        int mode = type;
        for (int i = 0; i < FROM_HIGHEST_BIT.length; i++) {
            mode |= permissions.contains(FROM_HIGHEST_BIT[i]) ? OWNER_READ >> i : 0;
        }
        return mode;
    }

    /** The nine permissions, never setuid or its like. */
    static Set<PosixFilePermission> permissions(int mode) {
        Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
        for (int i = 0; i < FROM_HIGHEST_BIT.length; i++) {
            if ((mode & OWNER_READ >> i) != 0) {
                permissions.add(FROM_HIGHEST_BIT[i]);
            }
        }
        return permissions;
    }
}
