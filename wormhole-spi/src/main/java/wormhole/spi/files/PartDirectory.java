package wormhole.spi.files;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import wormhole.spi.WormholeException;

/**
 * A folder on its way to being complete: hidden, beside its destination, open to its owner only, and gone with everything
 * in it when closed unless it was published. Used from one thread.
 */
public final class PartDirectory implements AutoCloseable {
    private final Destination destination;
    private final Path part;
    private final @Nullable Set<PosixFilePermission> finalMode;

    private PartDirectory(Destination destination, Path part, @Nullable Set<PosixFilePermission> finalMode) {
        this.destination = destination;
        this.part = part;
        this.finalMode = finalMode;
    }

    static PartDirectory create(Destination destination) throws WormholeException {
        Path part = PartName.beside(destination.path());
        try {
            Files.createDirectory(part);
            return new PartDirectory(destination, part, takeForOwner(part));
        } catch (IOException e) {
            throw FileTrouble.of(e, "write into", Destination.folderOf(part));
        }
    }

    /** Gives the mode that any new folder has here. */
    private static @Nullable Set<PosixFilePermission> takeForOwner(Path part) throws IOException {
        try {
            Set<PosixFilePermission> usualMode = Modes.of(part);
            Modes.set(part, Modes.OWNER_DIRECTORY);
            return usualMode;
        } catch (IOException e) {
            Folders.discard(part);
            throw e;
        }
    }

    /** The folder to fill. */
    public Path path() {
        return part;
    }

    /**
     * Makes the folder appear at its destination with one rename. Nothing is replaced unless that was decided before.
     *
     * @return where it is
     */
    public Path publish() throws WormholeException {
        try {
            Modes.set(part, finalMode);
        } catch (IOException e) {
            throw FileTrouble.of(e, "write", part);
        }
        Path published = destination.publish(destination.replaces() ? this::replace : this::moveWithoutReplacing);
        Folders.flush(Destination.folderOf(published));
        return published;
    }

    /** A rename replaces nothing but an empty folder, so that even a race with somebody else's folder loses nothing. */
    private void moveWithoutReplacing(Path target) throws IOException {
        if (FreeName.isTaken(target)) {
            throw new FileAlreadyExistsException(target.toString());
        }
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    }

    /** A full folder cannot be replaced in one step: the old one steps aside, and comes back if the new one cannot come. */
    private void replace(Path target) throws IOException {
        if (!FreeName.isTaken(target)) {
            moveWithoutReplacing(target);
            return;
        }
        Path old = PartName.beside(target);
        Files.move(target, old, StandardCopyOption.ATOMIC_MOVE);
        try {
            moveWithoutReplacing(target);
        } catch (IOException e) {
            Files.move(old, target, StandardCopyOption.ATOMIC_MOVE);
            throw e;
        }
        Folders.discard(old);
    }

    /** Removes what was not published. May be called twice. */
    @Override
    public void close() {
        Folders.discard(part);
    }
}
