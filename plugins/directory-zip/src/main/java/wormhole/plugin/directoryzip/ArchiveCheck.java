package wormhole.plugin.directoryzip;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import wormhole.spi.WormholeException;

/**
 * Looks at the list of an archive from the peer, at every entry that was not unpacked yet, and whether those that were are
 * what the list says. One bad entry condemns the whole archive.
 */
final class ArchiveCheck {
    private final ArchiveBytes archive;
    private final EntryStream unpacked;
    private final EntryGuard guard;
    private final EntryDigest listed = new EntryDigest();
    private long contentEnd;
    private long files;
    private long bytes;

    private ArchiveCheck(ArchiveBytes archive, EntryStream unpacked, EntryGuard guard) {
        this.archive = archive;
        this.unpacked = unpacked;
        this.guard = guard;
    }

    /**
     * Opens and checks an archive.
     *
     * @param rest of it, from the end of what was unpacked on
     */
    static ReceivedArchive open(SeekableByteChannel rest, EntryStream unpacked, EntryGuard guard)
            throws WormholeException {
        try {
            ArchiveBytes archive = new ArchiveBytes(rest, unpacked.end());
            EndRecord end = EndRecord.read(archive);
            if (!end.fits() || end.entries() > EntryGuard.MAX_ENTRIES) {
                throw BadArchive.because("its list of " + end.entries() + " entries is impossible or too long");
            }
            EntryList list = EntryList.open(archive.again(), end);
            ArchiveCheck check = new ArchiveCheck(archive, unpacked, guard);
            check.check(list, end);
            boolean timesAreRight = check.listed.hasSameTimesAs(unpacked.digest());
            return new ReceivedArchive(
                    archive, list, unpacked.end(), timesAreRight, new Contents(check.files, check.bytes));
        } catch (IOException e) {
            throw BadArchive.because(String.valueOf(e.getMessage()), e);
        }
    }

    private void check(EntryList list, EndRecord end) throws IOException, WormholeException {
        list.forEach(this::check);
        if (Math.max(contentEnd, unpacked.end()) > end.start()) {
            throw BadArchive.because("an entry reaches into the list of entries");
        }
        if (!listed.isSameAs(unpacked.digest())) {
            throw BadArchive.because("its list does not tell of the entries that came");
        }
    }

    private void check(CentralHeader header) throws IOException, WormholeException {
        checkKind(header);
        checkSize(header);
        count(header);
        if (header.offset() < contentEnd) {
            throw BadArchive.because("its entries overlap");
        }
        if (header.offset() < unpacked.end()) {
            listed.add(
                    header.rawName(),
                    header.utf8(),
                    header.method(),
                    header.crc(),
                    header.size(),
                    header.compressedSize(),
                    header.offset(),
                    header.modified());
            return;
        }
        contentEnd = LocalHeader.check(archive, header) + header.compressedSize();
        guard.take(header.size());
        if (!header.isRoot() && !unpacked.hasAdmitted(header.offset())) {
            guard.admit(header.name());
        }
    }

    /** Overflows only for an archive that is refused, since the guard lets in no more than was announced. */
    private void count(CentralHeader header) {
        files += header.isDirectory() ? 0 : 1;
        bytes += header.size();
    }

    private static void checkKind(CentralHeader header) throws WormholeException {
        if (header.encrypted()) {
            throw BadArchive.because("it is encrypted");
        }
        if (header.method() != CentralHeader.STORED && header.method() != CentralHeader.DEFLATED) {
            throw BadArchive.because("it uses the unknown compression method " + header.method());
        }
        int type = UnixMode.type(header.mode());
        if (type != 0 && type != UnixMode.FILE && type != UnixMode.DIRECTORY) {
            throw BadArchive.because("it holds a link or a special file");
        }
    }

    private static void checkSize(CentralHeader header) throws WormholeException {
        long size = header.size();
        long compressed = header.compressedSize();
        if (size < 0
                || compressed < 0
                || compressed > IncomingDirectory.MAX_BYTES
                || (header.isDirectory() && size > 0)) {
            throw BadArchive.because("an entry has an impossible size");
        }
        if (header.isStored() && size != compressed) {
            throw BadArchive.because("an entry has two different sizes");
        }
    }
}
