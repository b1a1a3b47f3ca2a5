package wormhole.plugin.directoryzip;

import wormhole.spi.WormholeException;
import wormhole.spi.files.PeerPath;

/** What all entries of an archive together may not do: get in each other's way, be too many, or unpack to too much. */
final class EntryGuard {
    /** Files may grow a little while they are counted and packed. */
    static final long SLACK_BYTES = 64 * 1024;

    /** Each name, also of a directory on the way, costs tens of bytes of memory. */
    static final int MAX_ENTRIES = 3_000_000;

    private final EntryNames names = new EntryNames(MAX_ENTRIES);
    private long bytesLeft;
    private long filesLeft;

    /**
     * A guard.
     *
     * @param announcedBytes how much it may unpack to
     * @param announcedFiles how many files it may hold; directories are not counted, nor do Python and Go announce them
     */
    EntryGuard(long announcedBytes, long announcedFiles) {
        this.filesLeft = announcedFiles;
        this.bytesLeft = announcedBytes + SLACK_BYTES;
    }

    /** Lets an entry of this name in, once. */
    PeerPath admit(String name) throws WormholeException {
        PeerPath path = PeerPath.of(name);
        if (!name.endsWith("/") && --filesLeft < 0) {
            throw BadArchive.because("it holds more files than were announced");
        }
        names.add(path);
        return path;
    }

    long bytesLeft() {
        return bytesLeft;
    }

    /** Allows for so much content. */
    void take(long bytes) throws WormholeException {
        if (bytes > bytesLeft) {
            throw BadArchive.because("it would unpack to more than was announced");
        }
        bytesLeft -= bytes;
    }

    void giveBack(long bytes) {
        bytesLeft += bytes;
    }
}
