package wormhole.plugin.directoryzip;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileAttributeView;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A new folder of ours, held open. Nobody else can reach into it, but who may write beside it can put a link in its place: so
 * what is in it is reached from the open folder, not by its path, where the system allows that (Linux and macOS do).
 */
final class OpenFolder implements AutoCloseable {
    private static final Set<OpenOption> NEW =
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);

    private static final Set<OpenOption> OLD = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

    private final Path root;
    private final @Nullable SecureDirectoryStream<Path> open;

    private OpenFolder(Path root, @Nullable SecureDirectoryStream<Path> open) {
        this.root = root;
        this.open = open;
    }

    /** Opens it without following a link. */
    static OpenFolder at(Path root) throws IOException {
        Path place = root.toAbsolutePath();
        try (DirectoryStream<Path> around = Files.newDirectoryStream(place.resolveSibling(""))) {
            return around instanceof SecureDirectoryStream<Path> secure
                    ? new OpenFolder(place, secure.newDirectoryStream(place.getFileName(), LinkOption.NOFOLLOW_LINKS))
                    : new OpenFolder(place, null);
        }
    }

    /** The folder itself, as seen from inside. */
    Path here() {
        return root.getFileSystem().getPath("");
    }

    /** Where something in it is, for people. */
    Path shown(Path inside) {
        return root.resolve(inside);
    }

    /**
     * Creates a folder, and those on the way to it, as far as they are not there. Java can only do so by path: if that leads
     * somewhere else by now, an empty folder is all that comes of it.
     */
    void createFolders(Path inside) throws IOException {
        Files.createDirectories(shown(inside));
        if (!view(inside, BasicFileAttributeView.class).readAttributes().isDirectory()) {
            throw new NotDirectoryException(shown(inside).toString());
        }
    }

    SeekableByteChannel createFile(Path inside) throws IOException {
        return open == null ? Files.newByteChannel(shown(inside), NEW) : open.newByteChannel(inside, NEW);
    }

    SeekableByteChannel readFile(Path inside) throws IOException {
        return open == null ? Files.newByteChannel(shown(inside), OLD) : open.newByteChannel(inside, OLD);
    }

    void delete(Path inside) throws IOException {
        if (open == null) {
            Files.delete(shown(inside));
        } else {
            open.deleteFile(inside);
        }
    }

    /** Whether files here have such a view. */
    boolean supports(Class<? extends FileAttributeView> type) {
        return Files.getFileAttributeView(root, type) != null;
    }

    /** What can be read and set of something in it, never of what a link leads to. */
    <V extends FileAttributeView> V view(Path inside, Class<V> type) {
        return open == null
                ? Files.getFileAttributeView(shown(inside), type, LinkOption.NOFOLLOW_LINKS)
                : open.getFileAttributeView(inside, type, LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public void close() {
        try {
            if (open != null) {
                open.close();
            }
        } catch (IOException e) {
            // Nothing was written through it.
            return;
        }
    }
}
