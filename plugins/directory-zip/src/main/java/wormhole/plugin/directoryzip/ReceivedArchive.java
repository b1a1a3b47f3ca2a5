package wormhole.plugin.directoryzip;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import wormhole.spi.files.PeerPath;

/**
 * An archive all of whose entries were checked.
 *
 * @param entries in the order in which they stand in the archive
 */
record ReceivedArchive(ZipFile zip, List<Entry> entries) implements AutoCloseable {
    /** An entry whose name may be used, and whose type is that of a plain file or a directory. */
    record Entry(PeerPath path, ZipArchiveEntry header) {}

    InputStream open(Entry entry) throws IOException {
        return zip.getInputStream(entry.header());
    }

    @Override
    public void close() {
        ZipFile.closeQuietly(zip);
    }
}
