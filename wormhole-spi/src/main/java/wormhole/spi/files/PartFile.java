package wormhole.spi.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import wormhole.spi.WormholeException;

/**
 * A file on its way to being complete: hidden, beside its destination, readable by its owner only, and gone when closed
 * unless it was published. Used from one thread.
 */
public final class PartFile implements WritableByteChannel {
    private static final String KEPT_ENDING = ".part";
    /** For the endings of the part and of its manifest, and for a number. */
    private static final int KEPT_ROOM = 20;

    private final Destination destination;
    private final Path part;
    private final FileChannel channel;
    private final @Nullable Set<PosixFilePermission> finalMode;

    private PartFile(
            Destination destination, Path part, FileChannel channel, @Nullable Set<PosixFilePermission> finalMode) {
        this.destination = destination;
        this.part = part;
        this.channel = channel;
        this.finalMode = finalMode;
    }

    static PartFile create(Destination destination) throws WormholeException {
        Path part = PartName.beside(destination.path());
        try {
            Set<PosixFilePermission> usualMode = usualMode(part);
            FileChannel channel = FileChannel.open(
                    part,
                    Set.of(
                            StandardOpenOption.CREATE_NEW,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE,
                            LinkOption.NOFOLLOW_LINKS),
                    Modes.creatingWith(Modes.OWNER_FILE, Destination.folderOf(part)));
            return new PartFile(destination, part, channel, usualMode);
        } catch (IOException e) {
            throw FileTrouble.of(e, "write into", Destination.folderOf(part));
        }
    }

    /** The mode of any new file here. Java cannot tell the umask, so an empty file is created and looked at. */
    private static @Nullable Set<PosixFilePermission> usualMode(Path part) throws IOException {
        Folders.claim(part);
        try {
            return Modes.of(part);
        } finally {
            Folders.discard(part);
        }
    }

    /**
     * The content so far, from its beginning, for checking it before it is published. It is the same open file, so nobody
     * can have put another in its place.
     */
    public SeekableByteChannel content() throws WormholeException {
        try {
            return channel.position(0);
        } catch (IOException e) {
            throw FileTrouble.of(e, "read", part);
        }
    }

    Path path() {
        return part;
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
        return channel.write(bytes);
    }

    /**
     * Makes the file appear at its destination, complete, with the mode of any new file, safe on disk. Nothing is replaced
     * unless that was decided before.
     *
     * @return where it is
     */
    public Path publish() throws WormholeException {
        try {
            channel.force(true);
            channel.close();
            Modes.set(part, finalMode);
        } catch (IOException e) {
            throw FileTrouble.of(e, "write", part);
        }
        Path published = destination.publish(destination.replaces() ? this::replace : this::moveWithoutReplacing);
        Folders.flush(Destination.folderOf(published));
        return published;
    }

    /**
     * Gives what came so far a name in the open, beside the destination, and a manifest beside it. Nothing is replaced.
     *
     * @param bytes that count; what a write that failed has added is cut off
     * @return where it is
     */
    Path keep(String name, long bytes, Manifest manifest) throws IOException {
        cutOff(bytes);
        if (!Files.isRegularFile(part, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileSystemException(part.toString(), null, "something else has taken its place");
        }
        Path open = freePlace(name);
        writeNew(Manifest.beside(open), manifest.json(Files.getLastModifiedTime(part)));
        try {
            moveWithoutReplacing(open);
        } catch (IOException e) {
            Folders.discard(Manifest.beside(open));
            throw e;
        }
        Folders.flush(Destination.folderOf(open));
        return open;
    }

    /** By its name only if an interrupt has closed it: somebody could have put another file there to be cut off. */
    private void cutOff(long bytes) throws IOException {
        if (channel.isOpen()) {
            channel.truncate(bytes).force(true);
            return;
        }
        try (FileChannel content =
                FileChannel.open(part, Set.of(StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS))) {
            content.truncate(bytes).force(true);
        }
    }

    /** All of it or nothing: the disk may be full, and half a manifest tells nobody anything. */
    private static void writeNew(Path path, byte[] content) throws IOException {
        Folders.claim(path);
        try {
            Files.write(path, content, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            Folders.discard(path);
            throw e;
        }
    }

    /** Where a part is kept, unless something is there already. */
    static Path keptPlace(Path folder, String name) {
        return folder.resolve(FreeName.shortened(name, NameRules.MAX_BYTES - KEPT_ROOM) + KEPT_ENDING);
    }

    private Path freePlace(String name) throws IOException {
        Path place = keptPlace(Destination.folderOf(part), name);
        boolean taken = FreeName.isTaken(place) || FreeName.isTaken(Manifest.beside(place));
        return taken ? FreeName.beside(place, true) : place;
    }

    private void replace(Path target) throws IOException {
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    }

    /** A second name can only be given where none is; afterwards the first one goes. No race can replace anything. */
    private void moveWithoutReplacing(Path target) throws IOException {
        try {
            Files.createLink(target, part);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (IOException | UnsupportedOperationException noLinksHere) {
            // FAT and some network disks: an empty file claims the name, then ours takes its place.
            claimAndReplace(target);
            return;
        }
        Folders.discard(part);
    }

    private void claimAndReplace(Path target) throws IOException {
        Folders.claim(target);
        try {
            replace(target);
        } catch (IOException e) {
            Folders.discard(target);
            throw e;
        }
    }

    @Override
    public boolean isOpen() {
        return channel.isOpen();
    }

    /** Closes the file and removes it if it was not published. May be called twice. */
    @Override
    public void close() {
        Folders.discard(part);
        try {
            channel.close();
        } catch (IOException e) {
            // What was not published is gone, and what was published is safe.
            return;
        }
    }
}
