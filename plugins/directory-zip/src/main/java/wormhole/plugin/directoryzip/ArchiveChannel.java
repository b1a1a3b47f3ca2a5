package wormhole.plugin.directoryzip;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;

/**
 * The archive of some entries, made while it is read. Files are read straight into the reader's buffer, one at a time;
 * what is remembered of each is its CRC. Used from one thread.
 */
final class ArchiveChannel implements ReadableByteChannel {
    private final EntryLog entries;
    private final int[] crcs;
    private final CRC32 crc = new CRC32();
    private EntryLog.Reader reader;
    private ByteBuffer headers = ByteBuffer.allocate(0);
    private ArchiveSize made = new ArchiveSize();
    private boolean listing;
    private boolean ended;
    private @Nullable OpenFile file;
    private @Nullable WormholeException failure;

    ArchiveChannel(EntryLog entries) {
        this.entries = entries;
        this.crcs = new int[entries.count()];
        this.reader = entries.read();
    }

    /** Which file could not be read as it was announced, if that was the reason to fail. */
    Optional<WormholeException> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        int before = into.position();
        boolean more = true;
        while (more && into.hasRemaining()) {
            more = step(into);
        }
        int read = into.position() - before;
        return read == 0 && !more ? -1 : read;
    }

    /** Adds something, or prepares what comes next; false at the end. */
    private boolean step(ByteBuffer into) throws IOException {
        OpenFile current = file;
        if (headers.hasRemaining()) {
            copyHeaders(into);
        } else if (current != null) {
            readFile(current, into);
        } else if (reader.hasNext()) {
            SourceEntry entry = reader.next();
            headers = listing ? listed(entry) : begin(entry);
        } else if (!listing) {
            startListing();
        } else if (!ended) {
            ended = true;
            headers = made.end();
        } else {
            return false;
        }
        return true;
    }

    private void copyHeaders(ByteBuffer into) {
        int length = Math.min(headers.remaining(), into.remaining());
        into.put(headers.slice(headers.position(), length));
        headers.position(headers.position() + length);
    }

    private ByteBuffer begin(SourceEntry entry) throws IOException {
        if (entry.isDirectory()) {
            made.add(entry);
        } else {
            crc.reset();
            file = new OpenFile(entry, open(entry));
        }
        return ZipHeaders.local(entry);
    }

    /** From now on the same entries once more, for the list at the end. */
    private void startListing() {
        listing = true;
        reader.close();
        reader = entries.read();
        made = new ArchiveSize();
    }

    private ByteBuffer listed(SourceEntry entry) {
        ByteBuffer header = ZipHeaders.central(entry, crcs[made.entries()], made.contents());
        made.add(entry);
        return header;
    }

    private FileChannel open(SourceEntry entry) throws IOException {
        try {
            return FileChannel.open(entry.path(), StandardOpenOption.READ);
        } catch (IOException e) {
            throw changed(entry, "it cannot be opened any more", e);
        }
    }

    private void readFile(OpenFile from, ByteBuffer into) throws IOException {
        // One byte more than there should be: if it is not there, the end was seen without asking for it again.
        int most = (int) Math.min(from.left + 1, into.remaining());
        ByteBuffer part = into.slice(into.position(), most);
        int length = Math.max(0, from.channel.read(part));
        if (length > from.left) {
            throw changed(from.entry, "it has grown", null);
        }
        if (length == 0 && from.left > 0) {
            throw changed(from.entry, "it has shrunk", null);
        }
        crc.update(part.flip());
        into.position(into.position() + length);
        from.left -= length;
        if (from.left == 0 && length < most) {
            endFile(from);
        }
    }

    private void endFile(OpenFile read) throws IOException {
        read.channel.close();
        file = null;
        int sum = (int) crc.getValue();
        crcs[made.entries()] = sum;
        headers = ZipHeaders.descriptor(read.entry, sum);
        made.add(read.entry);
    }

    private IOException changed(SourceEntry entry, String how, @Nullable IOException cause) {
        failure = new WormholeException(
                        ErrorCode.FILE_CHANGED, "'" + entry.path() + "' changed while it was being sent: " + how, cause)
                .withHint("Send it again when nobody writes to it.")
                .tellingPeer("a file changed while it was being sent");
        return new IOException(failure);
    }

    @Override
    public boolean isOpen() {
        return !ended || file != null;
    }

    @Override
    public void close() {
        OpenFile current = file;
        file = null;
        ended = true;
        reader.close();
        if (current != null) {
            try {
                current.channel.close();
            } catch (IOException e) {
                // It was only read; whatever could be lost is not ours.
                return;
            }
        }
    }

    /** The file that is being read. */
    private static final class OpenFile {
        private final SourceEntry entry;
        private final FileChannel channel;
        private long left;

        OpenFile(SourceEntry entry, FileChannel channel) {
            this.entry = entry;
            this.channel = channel;
            this.left = entry.size();
        }
    }
}
