package wormhole.shell.interactive;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where the shell remembers what was typed (XDG base directories). */
final class StateFolder {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final Path folder;

    /**
     * The folder of a person.
     *
     * @param home the person's own folder
     */
    StateFolder(Map<String, String> environment, String home) {
        String state = environment.getOrDefault("XDG_STATE_HOME", "");
        // The specification has relative paths ignored.
        Path base = state.startsWith("/") ? Path.of(state) : Path.of(home, ".local/state");
        this.folder = base.resolve("wormhole");
    }

    private Path file() {
        return folder.resolve("history");
    }

    /** Whether nothing has been remembered yet. */
    boolean isNew() {
        return !Files.exists(file());
    }

    /** The history's file, which nobody else can read; none if it cannot be written. */
    Optional<Path> history() {
        try {
            Files.createDirectories(folder);
            create(file());
            return Files.isWritable(file()) ? Optional.of(file()) : Optional.empty();
        } catch (IOException e) {
            // A shell without a memory is still a shell.
            return Optional.empty();
        }
    }

    private static void create(Path file) throws IOException {
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        } catch (UnsupportedOperationException e) {
            if (!Files.exists(file)) {
                Files.createFile(file);
            }
        } catch (FileAlreadyExistsException e) {
            // It may come from a backup, or from somewhere else where others could read it.
            PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
            if (view != null && !view.readAttributes().permissions().equals(OWNER_ONLY)) {
                view.setPermissions(OWNER_ONLY);
            }
        }
    }
}
