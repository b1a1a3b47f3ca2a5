package wormhole.spi.files;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import wormhole.spi.ErrorCode;
import wormhole.spi.PeerValue;
import wormhole.spi.ReceiveRequest;
import wormhole.spi.ReceiveRequest.OnConflict;
import wormhole.spi.UserInterface;
import wormhole.spi.WormholeException;

/**
 * Where something that is received will stand. Everything that can be known before an offer is accepted is checked here:
 * whether the folder is there and can be written to, whether the name is taken, whether there is room. Immutable.
 */
public final class Destination {
    private final Path path;
    private final Path usualFolder;
    private final boolean forDirectory;
    private final OnConflict onConflict;

    private Destination(Path path, Path usualFolder, boolean forDirectory, OnConflict onConflict) {
        this.path = path;
        this.usualFolder = usualFolder;
        this.forDirectory = forDirectory;
        this.onConflict = onConflict;
    }

    /**
     * Decides where a file goes. What stands there already is dealt with as the request says.
     *
     * @param peerName the name that the peer proposes; it counts only where the request names none
     * @return empty if something is there, and the person prefers to go without
     * @throws WormholeException {@link ErrorCode#FILE_EXISTS}, {@link ErrorCode#FILE_NOT_FOUND},
     *     {@link ErrorCode#FILE_UNUSABLE}, or {@link ErrorCode#MALFORMED_PEER_MESSAGE} for a bad name
     */
    public static Optional<Destination> forFile(ReceiveRequest request, PeerValue peerName, UserInterface ui)
            throws WormholeException {
        return find(request, peerName, ui, "", false);
    }

    /** Decides where a directory goes; otherwise like {@link #forFile}. */
    public static Optional<Destination> forDirectory(ReceiveRequest request, PeerValue peerName, UserInterface ui)
            throws WormholeException {
        return find(request, peerName, ui, "", true);
    }

    /**
     * Like {@link #forFile(ReceiveRequest, PeerValue, UserInterface)}, and tells what is offered before it asks anything.
     *
     * @param offered what, one line
     */
    public static Optional<Destination> forFile(
            ReceiveRequest request, PeerValue peerName, UserInterface ui, String offered) throws WormholeException {
        return find(request, peerName, ui, offered, false);
    }

    /**
     * Like {@link #forDirectory(ReceiveRequest, PeerValue, UserInterface)}, and tells what is offered before it asks anything.
     *
     * @param offered what, one line
     */
    public static Optional<Destination> forDirectory(
            ReceiveRequest request, PeerValue peerName, UserInterface ui, String offered) throws WormholeException {
        return find(request, peerName, ui, offered, true);
    }

    private static Optional<Destination> find(
            ReceiveRequest request, PeerValue peerName, UserInterface ui, String offered, boolean forDirectory)
            throws WormholeException {
        Path place = place(request, peerName);
        Conflict conflict = new Conflict(place, forDirectory, ui, offered);
        OnConflict decision = conflict.settle(request.onConflict());
        if (decision == OnConflict.SKIP) {
            return Optional.empty();
        }
        Path free = decision == OnConflict.RENAME ? conflict.freePlace() : place;
        return Optional.of(new Destination(free, request.directory(), forDirectory, decision));
    }

    static Destination of(Path path, boolean forDirectory, OnConflict onConflict) {
        return new Destination(path, folderOf(path), forDirectory, onConflict);
    }

    private static Path place(ReceiveRequest request, PeerValue peerName) throws WormholeException {
        Path chosen = request.chosenOutput().orElse(null);
        boolean namedByPeer = chosen == null || Files.isDirectory(chosen);
        Path folder = chosen == null ? request.directory() : chosen;
        Path place = namedByPeer ? PeerFileName.of(peerName).in(folder) : folder.normalize();
        checkFolder(folderOf(place));
        return place;
    }

    private static void checkFolder(Path folder) throws WormholeException {
        if (!Files.exists(folder)) {
            throw new WormholeException(ErrorCode.FILE_NOT_FOUND, "the folder '" + folder + "' does not exist")
                    .withHint("Create it, or choose another one with --output-file.");
        }
        if (!Files.isDirectory(folder)) {
            throw new WormholeException(ErrorCode.FILE_UNUSABLE, "'" + folder + "' is no folder")
                    .withHint("Choose another place with --output-file.");
        }
        if (!Files.isWritable(folder)) {
            throw new WormholeException(ErrorCode.FILE_UNUSABLE, "the folder '" + folder + "' cannot be written to")
                    .withHint("Choose another one with --output-file.");
        }
    }

    static Path folderOf(Path place) {
        Path folder = place.toAbsolutePath().getParent();
        return folder == null ? place : folder;
    }

    /** The place itself; {@link PartFile#publish} may still have to move to another name. */
    public Path path() {
        return path;
    }

    /** Its last part. */
    public String name() {
        return String.valueOf(path.getFileName());
    }

    /** Checks that the disk has room, as far as the system can tell; {@link ErrorCode#NO_SPACE} if not. */
    public void checkRoomFor(long bytes) throws WormholeException {
        long room;
        try {
            room = Files.getFileStore(folderOf(path)).getUsableSpace();
        } catch (IOException e) {
            // Some mounts do not say; then writing will show.
            return;
        }
        if (bytes > room) {
            throw new WormholeException(
                            ErrorCode.NO_SPACE,
                            "no room for " + bytes + " bytes in '" + folderOf(path) + "', only " + room + " are free")
                    .withHint("Make room, or choose a place on another disk with --output-file.");
        }
    }

    /** Creates the hidden file that becomes the destination. */
    public PartFile createFile() throws WormholeException {
        return PartFile.create(this);
    }

    /** Creates the hidden folder that becomes the destination. */
    public PartDirectory createDirectory() throws WormholeException {
        return PartDirectory.create(this);
    }

    /** The place for people. */
    public String shown() {
        return shown(path);
    }

    /** A place for people: just its name if it is in the usual folder. */
    public String shown(Path place) {
        return folderOf(place).equals(usualFolder) ? String.valueOf(place.getFileName()) : place.toString();
    }

    boolean replaces() {
        return onConflict == OnConflict.OVERWRITE;
    }

    /** Moves something complete here, or beside if that is wanted and the name was taken in the meantime. */
    Path publish(Move move) throws WormholeException {
        Path target = path;
        while (true) {
            try {
                move.to(target);
                return target;
            } catch (FileAlreadyExistsException e) {
                target = another(target, e);
            } catch (IOException e) {
                throw FileTrouble.of(e, "create", target);
            }
        }
    }

    private Path another(Path taken, FileAlreadyExistsException e) throws WormholeException {
        if (onConflict != OnConflict.RENAME) {
            throw FileTrouble.of(e, "create", taken);
        }
        try {
            return FreeName.beside(path, !forDirectory);
        } catch (IOException none) {
            throw FileTrouble.of(none, "find a free name beside", path);
        }
    }

    /** A way to move what is complete; throws {@link FileAlreadyExistsException} if the target is taken. */
    @FunctionalInterface
    interface Move {
        void to(Path target) throws IOException;
    }
}
