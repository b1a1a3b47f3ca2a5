package wormhole.plugin.directoryzip;

import java.io.IOException;
import java.nio.ByteBuffer;
import wormhole.spi.WormholeException;
import wormhole.spi.files.PeerPath;

/** An archive all of whose entries were checked. They are read once more, not remembered: there may be a million. */
final class ReceivedArchive implements AutoCloseable {
    private final EntryList list;
    private final ArchiveBytes archive;
    private final EntryContent content;
    private final long unpacked;
    private final boolean timesAreRight;
    private final Contents contents;

    ReceivedArchive(ArchiveBytes archive, EntryList list, long unpacked, boolean timesAreRight, Contents contents) {
        this.list = list;
        this.archive = archive;
        this.content = new EntryContent(archive);
        this.unpacked = unpacked;
        this.timesAreRight = timesAreRight;
        this.contents = contents;
    }

    /** Hands over every entry, in the order in which they stand in the archive. */
    void forEach(EntryList.Use use) throws IOException, WormholeException {
        list.forEach(use);
    }

    /** The entry that is listed here. */
    CentralHeader listedAt(long at) throws IOException, WormholeException {
        return list.at(at);
    }

    /** How much it holds. */
    Contents contents() {
        return contents;
    }

    /** The path of an entry, which may be used. */
    static PeerPath path(CentralHeader entry) throws WormholeException {
        return PeerPath.of(entry.name());
    }

    /** Whether the content of an entry was unpacked as it came. */
    boolean wasUnpacked(CentralHeader entry) {
        return entry.offset() < unpacked;
    }

    /** Whether what was unpacked as it came has the times that the list says. */
    boolean hasRightTimes() {
        return timesAreRight;
    }

    /** Goes to the content of an entry. */
    void open(CentralHeader entry) throws IOException, WormholeException {
        content.start(entry, LocalHeader.check(archive, entry));
    }

    /** The next piece of the content of the entry at hand, valid until the next call; without any byte at the end. */
    ByteBuffer next() throws WormholeException {
        try {
            return content.next();
        } catch (IOException e) {
            throw BadArchive.because(String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public void close() {
        content.close();
    }
}
