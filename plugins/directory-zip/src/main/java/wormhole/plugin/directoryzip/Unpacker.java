package wormhole.plugin.directoryzip;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;
import wormhole.spi.files.FileTrouble;

/** Writes a checked archive into a folder that nobody else can reach into, so that no link can lead out of it. */
final class Unpacker {
    private static final int BUFFER_BYTES = 64 * 1024;
    private static final int PERMISSIONS = 0777;
    private static final int OWNER_READS = 0400;
    private static final int OWNER_ENTERS = 0500;

    private final ReceivedArchive archive;
    private final Path root;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private final Deque<ReceivedArchive.Entry> directories = new ArrayDeque<>();
    private Path lastFolder;

    Unpacker(ReceivedArchive archive, Path root) {
        this.archive = archive;
        this.root = root;
        this.lastFolder = root;
    }

    void unpack() throws WormholeException {
        for (ReceivedArchive.Entry entry : archive.entries()) {
            if (Thread.currentThread().isInterrupted()) {
                throw new WormholeException(ErrorCode.INTERRUPTED, "interrupted while unpacking");
            }
            Path place = entry.path().in(root);
            if (entry.path().isDirectory()) {
                createFolder(place);
                directories.push(entry);
            } else {
                createFolder(parent(place));
                writeFile(entry, place);
                setAttributes(place, entry.header(), OWNER_READS);
            }
        }
        // Last and from the inside out: a mode may forbid to add files, and adding files changes the time.
        for (ReceivedArchive.Entry directory : directories) {
            setAttributes(directory.path().in(root), directory.header(), OWNER_ENTERS);
        }
    }

    private Path parent(Path place) {
        Path parent = place.getParent();
        return parent == null ? root : parent;
    }

    /** Neighbours in the archive are mostly neighbours in a folder, so looking at each one again is spared. */
    private void createFolder(Path place) throws WormholeException {
        if (place.equals(lastFolder)) {
            return;
        }
        try {
            Files.createDirectories(place);
            lastFolder = place;
        } catch (IOException e) {
            throw FileTrouble.of(e, "create", place);
        }
    }

    private void writeFile(ReceivedArchive.Entry entry, Path place) throws WormholeException {
        try (OutputStream output = Files.newOutputStream(
                place, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
            copy(entry, output);
        } catch (IOException e) {
            throw FileTrouble.of(e, "write", place);
        }
    }

    private void copy(ReceivedArchive.Entry entry, OutputStream output) throws IOException, WormholeException {
        CRC32 crc = new CRC32();
        long left = entry.header().getSize();
        try (InputStream content = open(entry)) {
            int length = read(content);
            while (length >= 0) {
                left -= length;
                if (left < 0) {
                    break;
                }
                crc.update(buffer, 0, length);
                output.write(buffer, 0, length);
                length = read(content);
            }
        }
        if (left != 0 || crc.getValue() != entry.header().getCrc()) {
            throw BadArchive.because("'" + entry.path() + "' is damaged");
        }
    }

    private InputStream open(ReceivedArchive.Entry entry) throws WormholeException {
        try {
            return archive.open(entry);
        } catch (IOException e) {
            throw BadArchive.because(String.valueOf(e.getMessage()), e);
        }
    }

    private int read(InputStream content) throws WormholeException {
        try {
            return content.read(buffer);
        } catch (IOException e) {
            throw BadArchive.because(String.valueOf(e.getMessage()), e);
        }
    }

    /** A mode of 0 comes from systems without modes; nobody wants a file that they cannot read themselves. */
    private static void setAttributes(Path place, ZipArchiveEntry header, int atLeast) throws WormholeException {
        int mode = header.getUnixMode() & PERMISSIONS;
        try {
            Files.getFileAttributeView(place, BasicFileAttributeView.class)
                    .setTimes(header.getLastModifiedTime(), null, null);
            PosixFileAttributeView posix = Files.getFileAttributeView(place, PosixFileAttributeView.class);
            if (posix != null && mode != 0) {
                posix.setPermissions(UnixMode.permissions(mode | atLeast));
            }
        } catch (IOException e) {
            throw FileTrouble.of(e, "set mode and time of", place);
        }
    }
}
