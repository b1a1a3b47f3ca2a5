package wormhole.plugin.directoryzip;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;
import wormhole.spi.WormholeException;
import wormhole.spi.files.FileTrouble;
import wormhole.spi.files.PeerPath;

/** Makes files and folders in an open folder, so that no link can lead out of it, with as few calls of the system as that takes. */
final class FolderMaker implements AutoCloseable {
    private static final int OWNER_READS = 0400;
    private static final int OWNER_ENTERS = 0500;

    private final OpenFolder root;
    private final FileModes modes;
    private Path lastFolder;
    private @Nullable FileTime accessed;

    private FolderMaker(OpenFolder root) {
        this.root = root;
        this.modes = new FileModes(root);
        this.lastFolder = root.here();
    }

    /** In a folder that is new and ours. */
    static FolderMaker in(Path root) throws WormholeException {
        try {
            return new FolderMaker(OpenFolder.at(root));
        } catch (IOException e) {
            throw FileTrouble.of(e, "write into", root);
        }
    }

    private Path place(PeerPath path) throws WormholeException {
        return path.in(root.here());
    }

    /** Creates a folder, and those on the way to it, as far as they are not there. */
    void createFolder(PeerPath path) throws WormholeException {
        createFolder(place(path));
    }

    /** Neighbours in an archive are mostly neighbours in a folder, so looking at each one again is spared. */
    private void createFolder(Path place) throws WormholeException {
        if (place.equals(lastFolder)) {
            return;
        }
        try {
            root.createFolders(place);
            lastFolder = place;
        } catch (IOException e) {
            throw trouble(e, "create", place);
        }
    }

    private WormholeException trouble(IOException e, String what, Path place) {
        return FileTrouble.of(e, what, root.shown(place));
    }

    /** Creates a file where there is none. */
    UnpackedFile createFile(PeerPath path) throws WormholeException {
        Path place = place(path);
        Path parent = place.getParent();
        if (parent != null) {
            createFolder(parent);
        }
        try {
            return new UnpackedFile(path, root.shown(place), root.createFile(place));
        } catch (IOException e) {
            throw trouble(e, "write", place);
        }
    }

    /** Opens a file again that was written, to read it. */
    SeekableByteChannel reopen(UnpackedFile file) throws WormholeException {
        Path place = place(file.path());
        try {
            return root.readFile(place);
        } catch (IOException e) {
            throw trouble(e, "read", place);
        }
    }

    /** Closes a file that was written and gives it its time. */
    void finish(UnpackedFile file, ModifiedTime modified) throws WormholeException {
        file.close();
        Path place = place(file.path());
        try {
            setTime(place, modified);
            modes.notice(place);
        } catch (IOException e) {
            throw trouble(e, "set the time of", place);
        }
    }

    /** Removes a file that shall not be there after all. */
    void discard(UnpackedFile file) throws WormholeException {
        file.close();
        Path place = place(file.path());
        try {
            root.delete(place);
        } catch (IOException e) {
            throw trouble(e, "remove", place);
        }
    }

    /** Whether a file has another mode than it shall have. */
    boolean changesMode(int mode) {
        return modes.change(mode, OWNER_READS);
    }

    void setFileMode(PeerPath file, int mode) throws WormholeException {
        Path place = place(file);
        try {
            modes.set(place, mode, OWNER_READS);
        } catch (IOException e) {
            throw trouble(e, "set the mode of", place);
        }
    }

    void setTime(PeerPath file, ModifiedTime modified) throws WormholeException {
        Path place = place(file);
        try {
            setTime(place, modified);
        } catch (IOException e) {
            throw trouble(e, "set the time of", place);
        }
    }

    /** Gives a folder time and mode, after everything in it: a mode may forbid to add files, and adding changes the time. */
    void finishFolder(PeerPath folder, CentralHeader header) throws WormholeException {
        Path place = place(folder);
        try {
            setTime(place, header.modified());
            modes.set(place, header.mode(), OWNER_ENTERS);
        } catch (IOException e) {
            throw trouble(e, "set mode and time of", place);
        }
    }

    /** Without a time of access, Java would ask each file for the one it has. */
    private void setTime(Path place, ModifiedTime modified) throws IOException {
        BasicFileAttributeView view = root.view(place, BasicFileAttributeView.class);
        if (accessed == null) {
            accessed = view.readAttributes().lastAccessTime();
        }
        view.setTimes(modified.fileTime(), accessed, null);
    }

    @Override
    public void close() {
        root.close();
    }
}
