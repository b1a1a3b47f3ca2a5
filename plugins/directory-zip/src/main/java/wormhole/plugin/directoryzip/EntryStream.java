package wormhole.plugin.directoryzip;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ReadableByteChannel;
import org.jspecify.annotations.Nullable;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;
import wormhole.spi.files.FileTrouble;
import wormhole.spi.files.PeerPath;

/**
 * Unpacks the entries of an archive as they come, up to the first thing that is no plain entry: the list at the end, in
 * archives as all known senders make them. What it did is believed only when the list says the same.
 */
final class EntryStream implements AutoCloseable {
    private static final int COPY_BYTES = 64 * 1024;
    private static final long NOWHERE = -1;

    private final FolderMaker maker;
    private final EntryGuard guard;
    private final EntryDigest digest = new EntryDigest();
    private @Nullable Inflation inflation;
    private @Nullable Entry current;
    private long at;
    private long admittedAt = NOWHERE;
    private boolean ended;

    EntryStream(FolderMaker maker, EntryGuard guard) {
        this.maker = maker;
        this.guard = guard;
    }

    /** Whether what follows is not for us. */
    boolean hasEnded() {
        return ended;
    }

    /** Where what was not unpacked begins. */
    long end() {
        return admittedAt == NOWHERE ? at : admittedAt;
    }

    /** What was unpacked. */
    EntryDigest digest() {
        return digest;
    }

    /** Whether the name of the entry that begins here was admitted, though it was not unpacked. */
    boolean hasAdmitted(long offset) {
        return offset == admittedAt;
    }

    /** Takes what it can of the bytes that come next, little-endian; some may only make sense with those that follow. */
    void read(ByteBuffer bytes, Spool leftovers) throws WormholeException {
        boolean more = true;
        while (more && !ended) {
            int before = bytes.position();
            Entry entry = current;
            more = entry == null ? begin(bytes) : proceed(entry, bytes, leftovers);
            at += bytes.position() - before;
        }
    }

    /** Tells that nothing comes any more. */
    void finish(Spool leftovers) throws WormholeException {
        Entry entry = current;
        if (entry != null && !entry.content.isSearched()) {
            throw BadArchive.because("it is cut off");
        }
        if (entry != null) {
            goBack(entry, leftovers);
        }
        ended = true;
    }

    private boolean begin(ByteBuffer bytes) throws WormholeException {
        if (bytes.remaining() < Integer.BYTES) {
            return false;
        }
        int length = LocalHeader.length(bytes);
        boolean plain = bytes.getInt(bytes.position()) == LocalHeader.SIGNATURE;
        if (plain && length > bytes.remaining()) {
            return false;
        }
        if (!plain) {
            ended = true;
            return false;
        }
        ByteBuffer raw = bytes.slice(bytes.position(), length).order(ByteOrder.LITTLE_ENDIAN);
        LocalHeader header = LocalHeader.read(raw);
        ended = !header.isPlain();
        if (!ended) {
            begin(header, raw);
            bytes.position(bytes.position() + length);
        }
        return !ended;
    }

    private void begin(LocalHeader header, ByteBuffer raw) throws WormholeException {
        if (Thread.currentThread().isInterrupted()) {
            throw new WormholeException(ErrorCode.INTERRUPTED, "interrupted while unpacking");
        }
        if (header.isRoot()) {
            addFolder(header);
            return;
        }
        PeerPath path = guard.admit(header.name());
        guard.take(Math.max(0, header.size()));
        if (header.isDirectory()) {
            maker.createFolder(path);
            addFolder(header);
        } else {
            StreamedContent content = content(header);
            byte[] kept = new byte[content.isSearched() ? raw.capacity() : 0];
            raw.get(0, kept);
            current = new Entry(header, kept, at, maker.createFile(path), content);
        }
    }

    private void addFolder(LocalHeader header) {
        digest.add(
                header.rawName(),
                header.utf8(),
                header.method(),
                header.crc(),
                0,
                header.compressedSize(),
                at,
                header.modified());
    }

    private StreamedContent content(LocalHeader header) {
        if (!header.isStored()) {
            if (inflation == null) {
                inflation = new Inflation();
            }
            return new InflatedContent(header, inflation, guard);
        }
        return header.size() == LocalHeader.UNKNOWN ? new SearchedContent(guard) : new StoredContent(header);
    }

    private boolean proceed(Entry entry, ByteBuffer bytes, Spool leftovers) throws WormholeException {
        return switch (entry.content.readFrom(bytes, entry.file)) {
            case MORE -> false;
            case COMPLETE -> {
                complete(entry);
                yield true;
            }
            case LOST -> {
                goBack(entry, leftovers);
                yield false;
            }
        };
    }

    private void complete(Entry entry) throws WormholeException {
        LocalHeader header = entry.header;
        maker.finish(entry.file, header.modified());
        digest.add(
                header.rawName(),
                header.utf8(),
                header.method(),
                entry.file.crc(),
                entry.file.size(),
                entry.content.packedSize(),
                entry.offset,
                header.modified());
        current = null;
    }

    /** Hands over the entry at hand as it came, for those who know the list. */
    private void goBack(Entry entry, Spool leftovers) throws WormholeException {
        try {
            leftovers.write(ByteBuffer.wrap(entry.rawHeader));
            try (ReadableByteChannel content = maker.reopen(entry.file)) {
                ByteBuffer part = ByteBuffer.allocate(COPY_BYTES);
                while (content.read(part.clear()) >= 0) {
                    leftovers.write(part.flip());
                }
            }
        } catch (IOException e) {
            throw FileTrouble.of(e, "copy", entry.file.place());
        }
        guard.giveBack(entry.file.size());
        maker.discard(entry.file);
        current = null;
        admittedAt = entry.offset;
        ended = true;
    }

    @Override
    public void close() {
        Entry entry = current;
        if (entry != null) {
            entry.file.abandon();
        }
        if (inflation != null) {
            inflation.close();
        }
    }

    /**
     * The entry at hand.
     *
     * @param rawHeader as it came, if the entry may have to be handed over
     */
    private record Entry(
            LocalHeader header, byte[] rawHeader, long offset, UnpackedFile file, StreamedContent content) {}
}
