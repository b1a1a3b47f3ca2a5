package wormhole.plugin.directoryzip;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import wormhole.spi.ErrorCode;
import wormhole.spi.SendRequest;
import wormhole.spi.WormholeException;
import wormhole.spi.files.FileTrouble;

/**
 * Lists what is to be sent, in a fixed order. Links are followed, to files and to directories, as the other implementations
 * do; one that leads nowhere or back to where we come from cannot be sent.
 */
final class TreeScanner {
    /** So that links that multiply each other end before the memory does. */
    private static final int MAX_ENTRIES = 3_000_000;

    private static final byte[] NO_NAME = {};

    private final Excludes excludes;
    private final boolean skipUnsendable;
    private final EntryLog entries;
    private final DoubtfulNames doubts = new DoubtfulNames();
    private final ArchiveSize size = new ArchiveSize();
    private final Set<Object> cameThrough = new HashSet<>();
    private int root;
    /** How much of a name stands for the root that it is below. */
    private int prefix;

    private int seen;
    private long files;
    private long bytes;
    private int leftOut;

    private TreeScanner(SendRequest request) throws WormholeException {
        this.excludes = Excludes.of(request.excludes());
        this.skipUnsendable = request.skipUnsendable();
        this.entries = new EntryLog(request.paths());
    }

    /** The content of the one directory that is requested, or all that is requested, side by side. */
    static SourceTree scan(SendRequest request) throws WormholeException {
        TreeScanner scanner = new TreeScanner(request);
        List<Path> paths = request.paths();
        if (paths.size() == 1) {
            Path root = paths.get(0);
            scanner.addChildren(root, "", attributes(root));
        } else {
            scanner.addSideBySide(paths);
        }
        scanner.entries.end();
        return new SourceTree(
                scanner.entries,
                scanner.size.total(),
                scanner.files,
                scanner.bytes,
                scanner.leftOut,
                scanner.doubts.words());
    }

    private void addSideBySide(List<Path> paths) throws WormholeException {
        Set<String> names = new HashSet<>();
        DoubtfulNames.Siblings siblings = doubts.siblings();
        for (Path path : paths) {
            String name = OutgoingDirectory.nameOf(path);
            if (!names.add(name)) {
                throw new WormholeException(ErrorCode.USAGE, "two of the paths are named '" + name + "'")
                        .withHint("Send them one after the other, or put them into one directory.");
            }
            prefix = name.length() + 1;
            if (add(path, name, attributes(path))) {
                siblings.look(name, name);
            }
            root++;
        }
    }

    private static BasicFileAttributes attributes(Path path) throws WormholeException {
        try {
            return attributesOf(path);
        } catch (IOException e) {
            throw FileTrouble.of(e, "send", path);
        }
    }

    /** With the mode where files have one, so that each file is looked at only once. */
    private static BasicFileAttributes attributesOf(Path path) throws IOException {
        PosixFileAttributeView withMode = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        return withMode == null ? Files.readAttributes(path, BasicFileAttributes.class) : withMode.readAttributes();
    }

    /** Returns false if it is left out. */
    private boolean add(Path path, String name, BasicFileAttributes attributes) throws WormholeException {
        if (++seen > MAX_ENTRIES) {
            throw new WormholeException(ErrorCode.FILE_UNUSABLE, "there are more than " + MAX_ENTRIES + " files")
                    .withHint("Pack them into one file first, or send parts.");
        }
        if (attributes.isDirectory()) {
            return addDirectory(path, name, attributes);
        }
        if (!attributes.isRegularFile()) {
            return unsendable(path, "it is neither a file nor a directory");
        }
        if (!Files.isReadable(path)) {
            return unsendable(path, "permission denied");
        }
        files++;
        bytes += attributes.size();
        list(name, path, attributes.size(), mode(attributes, UnixMode.FILE, UnixMode.USUAL_FILE), attributes);
        return true;
    }

    private boolean addDirectory(Path path, String name, BasicFileAttributes attributes) throws WormholeException {
        int before = entries.count();
        boolean added = addChildren(path, name + "/", attributes);
        if (added && entries.count() == before) {
            list(name + "/", path, 0, mode(attributes, UnixMode.DIRECTORY, UnixMode.USUAL_DIRECTORY), attributes);
        }
        return added;
    }

    private void list(String name, Path path, long length, int mode, BasicFileAttributes attributes) {
        SourceEntry entry = new SourceEntry(
                name, path, length, mode, attributes.lastModifiedTime().toInstant());
        entries.add(entry, root, prefix);
        size.add(entry);
    }

    /** Returns false if the directory itself is left out. */
    private boolean addChildren(Path directory, String way, BasicFileAttributes attributes) throws WormholeException {
        Object identity;
        byte[][] children;
        try {
            identity = attributes.fileKey() == null ? directory.toRealPath() : attributes.fileKey();
            children = children(directory);
        } catch (IOException e) {
            return unsendable(directory, FileTrouble.reason(e));
        }
        if (!cameThrough.add(identity)) {
            return unsendable(directory, "it is a link back to a directory that it is in");
        }
        DoubtfulNames.Siblings siblings = doubts.siblings();
        for (int i = 0; i < children.length; i++) {
            String child = new String(children[i], StandardCharsets.UTF_8);
            children[i] = NO_NAME;
            if (addChild(directory.resolve(child), way + child)) {
                siblings.look(way + child, child);
            }
        }
        cameThrough.remove(identity);
        return true;
    }

    /** Returns false if it is left out. */
    private boolean addChild(Path child, String name) throws WormholeException {
        if (excludes.match(child.getFileSystem().getPath(name))) {
            return false;
        }
        if (name.indexOf('\ufffd') >= 0) {
            return unsendable(child, "its name is no valid text");
        }
        BasicFileAttributes attributes;
        try {
            attributes = attributesOf(child);
        } catch (IOException e) {
            return unsendable(child, FileTrouble.reason(e));
        }
        return add(child, name, attributes);
    }

    /** The names, sorted: in bytes, of which a directory of a million files needs less than of anything else. */
    private static byte[][] children(Path directory) throws IOException {
        List<byte[]> children = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
            stream.forEach(
                    child -> children.add(String.valueOf(child.getFileName()).getBytes(StandardCharsets.UTF_8)));
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        children.sort(Arrays::compareUnsigned);
        return children.toArray(byte[][]::new);
    }

    private static int mode(BasicFileAttributes attributes, int type, int usual) {
        return attributes instanceof PosixFileAttributes posix ? UnixMode.of(type, posix.permissions()) : usual;
    }

    private boolean unsendable(Path path, String why) throws WormholeException {
        if (!skipUnsendable) {
            throw new WormholeException(ErrorCode.FILE_UNUSABLE, "cannot send '" + path + "': " + why)
                    .withHint("Leave it out with --exclude, or everything like it with --ignore-unsendable-files.");
        }
        leftOut++;
        return false;
    }
}
