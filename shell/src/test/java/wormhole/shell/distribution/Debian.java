package wormhole.shell.distribution;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.ar.ArArchiveEntry;
import org.apache.commons.compress.archivers.ar.ArArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** A Debian package, read without Debian's tools: an {@code ar} archive of two {@code tar} archives. */
final class Debian {
    private static final PosixFilePermission[] FROM_THE_RIGHT = {
        PosixFilePermission.OTHERS_EXECUTE,
        PosixFilePermission.OTHERS_WRITE,
        PosixFilePermission.OTHERS_READ,
        PosixFilePermission.GROUP_EXECUTE,
        PosixFilePermission.GROUP_WRITE,
        PosixFilePermission.GROUP_READ,
        PosixFilePermission.OWNER_EXECUTE,
        PosixFilePermission.OWNER_WRITE,
        PosixFilePermission.OWNER_READ
    };

    private final Path file;

    Debian(Path file) {
        this.file = file;
    }

    private interface Visitor {
        void visit(TarArchiveEntry entry, InputStream content) throws IOException;
    }

    private void each(String member, Visitor visitor) throws IOException {
        try (ArArchiveInputStream ar = new ArArchiveInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            ArArchiveEntry part = ar.getNextEntry();
            while (!part.getName().startsWith(member)) {
                part = ar.getNextEntry();
            }
            TarArchiveInputStream tar = new TarArchiveInputStream(new GZIPInputStream(ar));
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                visitor.visit(entry, tar);
            }
        }
    }

    /** The fields of the control file; a text of several lines stays one. */
    Map<String, String> control() throws IOException {
        Map<String, String> fields = new LinkedHashMap<>();
        each("control.tar", (entry, content) -> {
            if (entry.getName().endsWith("/control")) {
                for (String line : new String(content.readAllBytes(), StandardCharsets.UTF_8).split("\n(?! )", -1)) {
                    String[] field = line.split(": ?", 2);
                    fields.put(field[0], field.length < 2 ? "" : field[1]);
                }
            }
        });
        return fields;
    }

    /** What it installs: by its path, what is there and who may do what, such as {@code file 644}. */
    Map<String, String> contents() throws IOException {
        Map<String, String> contents = new LinkedHashMap<>();
        each(
                "data.tar",
                (entry, content) -> contents.put(
                        absolute(entry),
                        entry.isSymbolicLink()
                                ? "link to " + entry.getLinkName()
                                : (entry.isDirectory() ? "folder " : "file ")
                                        + Integer.toOctalString(entry.getMode() & 07777)
                                        + (entry.getLongUserId() == 0 && entry.getLongGroupId() == 0
                                                ? ""
                                                : " not root's")));
        return contents;
    }

    /** Installs it under another root. */
    void unpack(Path root) throws IOException {
        each("data.tar", (entry, content) -> {
            Path target = root.resolve(absolute(entry).substring(1));
            Files.createDirectories(target.getParent());
            if (entry.isDirectory()) {
                Files.createDirectories(target);
            } else if (entry.isSymbolicLink()) {
                Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            } else {
                Files.copy(content, target);
                Files.setPosixFilePermissions(target, permissions(entry.getMode()));
                Files.setLastModifiedTime(
                        target, FileTime.from(entry.getLastModifiedTime().toInstant()));
            }
        });
    }

    private static String absolute(TarArchiveEntry entry) {
        return entry.getName().replaceFirst("^\\.?/?", "/").replaceFirst("/$", "");
    }

    private static Set<PosixFilePermission> permissions(int mode) {
        Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
        for (int bit = 0; bit < FROM_THE_RIGHT.length; bit++) {
            if ((mode >> bit & 1) == 1) {
                permissions.add(FROM_THE_RIGHT[bit]);
            }
        }
        return permissions;
    }
}
