package wormhole.plugin.directoryzip;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** The content of the entries of an archive, one after another, unpacked piece by piece. */
final class EntryContent implements AutoCloseable {
    private static final ByteBuffer END = ByteBuffer.allocate(0);

    private final ArchiveBytes archive;
    private @Nullable Inflation inflation;
    private boolean stored;
    private long at;
    private long left;

    EntryContent(ArchiveBytes archive) {
        this.archive = archive;
    }

    /** Goes to the content of an entry, which begins here. */
    void start(CentralHeader header, long start) {
        stored = header.isStored();
        at = start;
        left = header.compressedSize();
        if (inflation != null) {
            inflation.reset();
        }
    }

    /** The next piece, valid until the next call; without any byte at the end. */
    ByteBuffer next() throws IOException {
        return stored ? packed() : inflated();
    }

    /** The next piece as it stands in the archive. */
    private ByteBuffer packed() throws IOException {
        if (left == 0) {
            return END;
        }
        ByteBuffer piece = archive.readSome(at, left);
        at += piece.remaining();
        left -= piece.remaining();
        return piece;
    }

    private ByteBuffer inflated() throws IOException {
        if (inflation == null) {
            inflation = new Inflation();
        }
        ByteBuffer piece = inflation.next();
        while (!piece.hasRemaining() && inflation.wantsMore() && left > 0) {
            inflation.take(packed());
            piece = inflation.next();
        }
        return piece;
    }

    @Override
    public void close() {
        if (inflation != null) {
            inflation.close();
        }
    }
}
