package wormhole.plugin.directoryzip;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import wormhole.spi.files.PeerPath;

/**
 * An archive all of whose entries were checked.
 *
 * @param entries in the order in which they stand in the archive
 */
record ReceivedArchive(SeekableByteChannel archive, ZipFile zip, List<Entry> entries) implements AutoCloseable {
    /**
     * An entry whose name may be used, and whose type is that of a plain file or a directory.
     *
     * @param start where its content begins in the archive
     */
    record Entry(PeerPath path, ZipArchiveEntry header, long start) {
        boolean isStored() {
            return header.getMethod() == ZipArchiveEntry.STORED;
        }
    }

    /** Reads what is stored right from the archive: for small files, a stream of the library's costs more than the file. */
    InputStream open(Entry entry) throws IOException {
        return entry.isStored()
                ? new StoredContent(archive, entry.start(), entry.header().getSize())
                : zip.getInputStream(entry.header());
    }

    @Override
    public void close() {
        ZipFile.closeQuietly(zip);
    }
}
