package wormhole.plugin.directoryzip;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import wormhole.spi.WormholeException;
import wormhole.spi.files.PeerPath;

/**
 * Looks at every entry of an archive from the peer before anything of it is written. One bad entry condemns the whole
 * archive.
 */
final class ArchiveCheck {
    /** Files may grow a little while they are counted and packed. */
    static final long SLACK_BYTES = 64 * 1024;

    /** Each costs memory before it can be looked at. */
    private static final int MAX_ENTRIES = 250_000;

    private static final long MAX_LIST_BYTES = 64 << 20;

    private final SeekableByteChannel archive;
    private final EntryTree tree = new EntryTree();
    private final List<ReceivedArchive.Entry> entries = new ArrayList<>();
    private long bytesLeft;
    private long contentEnd;

    private ArchiveCheck(SeekableByteChannel archive, long announcedBytes) {
        this.archive = archive;
        this.bytesLeft = announcedBytes + SLACK_BYTES;
    }

    /**
     * Opens and checks an archive.
     *
     * @param announcedBytes how much it may unpack to
     */
    static ReceivedArchive open(SeekableByteChannel archive, long announcedBytes) throws WormholeException {
        ZipFile zip = null;
        ReceivedArchive checked = null;
        try {
            EndRecord end = EndRecord.read(archive);
            if (!end.fits() || end.entries() > MAX_ENTRIES || end.length() > MAX_LIST_BYTES) {
                throw BadArchive.because("its list of " + end.entries() + " entries is impossible or too long");
            }
            zip = ZipFile.builder()
                    .setSeekableByteChannel(archive)
                    .setUseUnicodeExtraFields(false)
                    .setIgnoreLocalFileHeader(true)
                    .get();
            checked = new ReceivedArchive(archive, zip, new ArchiveCheck(archive, announcedBytes).check(zip, end));
            return checked;
        } catch (IOException | RuntimeException e) {
            // Also what a library throws that was not made for hostile input.
            throw BadArchive.because(String.valueOf(e.getMessage()), e);
        } finally {
            if (checked == null) {
                ZipFile.closeQuietly(zip);
            }
        }
    }

    private List<ReceivedArchive.Entry> check(ZipFile zip, EndRecord end) throws IOException, WormholeException {
        List<ZipArchiveEntry> headers = Collections.list(zip.getEntries());
        if (headers.size() != end.entries()) {
            throw BadArchive.because("it lists " + headers.size() + " entries instead of " + end.entries());
        }
        headers.sort(Comparator.comparingLong(ZipArchiveEntry::getLocalHeaderOffset));
        for (ZipArchiveEntry header : headers) {
            check(header);
        }
        if (contentEnd > end.start()) {
            throw BadArchive.because("an entry reaches into the list of entries");
        }
        return entries;
    }

    private void check(ZipArchiveEntry header) throws IOException, WormholeException {
        checkKind(header);
        checkSize(header);
        if (header.getLocalHeaderOffset() < contentEnd) {
            throw BadArchive.because("its entries overlap");
        }
        long start = LocalHeader.check(archive, header);
        contentEnd = start + header.getCompressedSize();
        PeerPath path = PeerPath.of(header.getName());
        tree.add(path);
        entries.add(new ReceivedArchive.Entry(path, header, start));
    }

    private static void checkKind(ZipArchiveEntry header) throws WormholeException {
        if (header.getGeneralPurposeBit().usesEncryption()) {
            throw BadArchive.because("it is encrypted");
        }
        if (header.getMethod() != ZipArchiveEntry.STORED && header.getMethod() != ZipArchiveEntry.DEFLATED) {
            throw BadArchive.because("it uses the unknown compression method " + header.getMethod());
        }
        int type = UnixMode.type(header.getUnixMode());
        if (type != 0 && type != UnixMode.FILE && type != UnixMode.DIRECTORY) {
            throw BadArchive.because("it holds a link or a special file");
        }
    }

    private void checkSize(ZipArchiveEntry header) throws WormholeException {
        long size = header.getSize();
        if (size < 0 || header.getCompressedSize() < 0 || (header.isDirectory() && size > 0)) {
            throw BadArchive.because("an entry has an impossible size");
        }
        if (header.getMethod() == ZipArchiveEntry.STORED && size != header.getCompressedSize()) {
            throw BadArchive.because("an entry has two different sizes");
        }
        if (size > bytesLeft) {
            throw BadArchive.because("it would unpack to more than was announced");
        }
        bytesLeft -= size;
    }
}
