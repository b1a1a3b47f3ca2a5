package wormhole.plugin.directoryzip;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;

/**
 * The archive of some entries, made while it is read. Files are read straight into the reader's buffer, one at a time;
 * what is remembered of each is its CRC and where it began. Used from one thread.
 */
final class ArchiveChannel implements ReadableByteChannel {
    private final List<SourceEntry> entries;
    private final int[] crcs;
    private final long[] offsets;
    private final CRC32 crc = new CRC32();
    private ByteBuffer headers = ByteBuffer.allocate(0);
    private long made;
    private int locals;
    private int centrals;
    private long centralStart;
    private boolean ended;
    private @Nullable FileChannel file;
    private long left;
    private @Nullable WormholeException failure;

    ArchiveChannel(List<SourceEntry> entries) {
        this.entries = entries;
        this.crcs = new int[entries.size()];
        this.offsets = new long[entries.size()];
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
        FileChannel current = file;
        if (headers.hasRemaining()) {
            copyHeaders(into);
        } else if (current != null) {
            readFile(current, into);
        } else if (locals < entries.size()) {
            begin(entries.get(locals));
        } else if (centrals < entries.size()) {
            list(entries.get(centrals));
        } else if (!ended) {
            ended = true;
            prepare(ZipHeaders.end(entries.size(), centralStart, made - centralStart));
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

    private void prepare(ByteBuffer header) {
        headers = header;
        made += header.remaining();
    }

    private void begin(SourceEntry entry) throws IOException {
        offsets[locals] = made;
        prepare(ZipHeaders.local(entry));
        if (entry.isDirectory()) {
            endEntry();
        } else {
            crc.reset();
            left = entry.size();
            file = open(entry);
        }
    }

    private FileChannel open(SourceEntry entry) throws IOException {
        try {
            return FileChannel.open(entry.path(), StandardOpenOption.READ);
        } catch (IOException e) {
            throw changed(entry, "it cannot be opened any more", e);
        }
    }

    private void readFile(FileChannel current, ByteBuffer into) throws IOException {
        SourceEntry entry = entries.get(locals);
        if (left == 0) {
            if (current.read(ByteBuffer.allocate(1)) > 0) {
                throw changed(entry, "it has grown", null);
            }
            endFile(current, entry);
            return;
        }
        ByteBuffer part = into.slice(into.position(), (int) Math.min(left, into.remaining()));
        int length = current.read(part);
        if (length < 0) {
            throw changed(entry, "it has shrunk", null);
        }
        crc.update(part.flip());
        into.position(into.position() + length);
        left -= length;
    }

    private void endFile(FileChannel current, SourceEntry entry) throws IOException {
        current.close();
        file = null;
        crcs[locals] = (int) crc.getValue();
        made += entry.size();
        prepare(ZipHeaders.descriptor(entry, crcs[locals]));
        endEntry();
    }

    private void endEntry() {
        locals++;
        centralStart = made;
    }

    private void list(SourceEntry entry) {
        prepare(ZipHeaders.central(entry, crcs[centrals], offsets[centrals]));
        centrals++;
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
        FileChannel current = file;
        file = null;
        ended = true;
        if (current != null) {
            try {
                current.close();
            } catch (IOException e) {
                // It was only read; whatever could be lost is not ours.
                return;
            }
        }
    }
}
