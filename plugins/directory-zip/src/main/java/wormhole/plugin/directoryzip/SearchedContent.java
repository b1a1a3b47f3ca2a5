package wormhole.plugin.directoryzip;

import java.nio.ByteBuffer;
import wormhole.spi.WormholeException;

/**
 * Content that stands in the archive as it is and ends with a descriptor, as Python's senders write it: where the sum and
 * the size of all that came are told behind a mark, and a header follows, there is the end.
 */
final class SearchedContent implements StreamedContent {
    private static final int MARK_BYTES = Integer.BYTES;
    private static final int END_BYTES = DataDescriptor.MOST_BYTES + Integer.BYTES;
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHEST_BITS = ONES << 7;
    private static final long FIRST_OF_MARK = ONES * (DataDescriptor.SIGNATURE & 0xff);

    private final EntryGuard guard;
    private long size;

    SearchedContent(EntryGuard guard) {
        this.guard = guard;
    }

    @Override
    public Progress readFrom(ByteBuffer piece, UnpackedFile file) throws WormholeException {
        int from = piece.position();
        while (true) {
            int mark = find(piece, from);
            int before = mark - piece.position();
            if (before > guard.bytesLeft()) {
                return Progress.LOST;
            }
            write(piece, before, file);
            if (piece.remaining() < END_BYTES) {
                return Progress.MORE;
            }
            if (DataDescriptor.skipBeforeHeader(piece, file.crc(), size)) {
                return Progress.COMPLETE;
            }
            from = mark + MARK_BYTES;
        }
    }

    private void write(ByteBuffer piece, int length, UnpackedFile file) throws WormholeException {
        if (length > 0) {
            guard.take(length);
            size += length;
            file.write(piece.slice(piece.position(), length));
            piece.position(piece.position() + length);
        }
    }

    /** Where the next mark begins, or the last bytes that may be the beginning of one. */
    private static int find(ByteBuffer piece, int from) {
        int end = piece.limit() - MARK_BYTES + 1;
        int at = from;
        // Eight places at once: a gibibyte has many.
        for (; at <= piece.limit() - Long.BYTES; at += Long.BYTES) {
            if (hasFirstOfMark(piece.getLong(at))) {
                int found = findIn(piece, at, Math.min(at + Long.BYTES, end));
                if (found >= 0) {
                    return found;
                }
            }
        }
        int found = findIn(piece, at, end);
        return found >= 0 ? found : Math.max(piece.position(), end);
    }

    private static int findIn(ByteBuffer piece, int from, int end) {
        for (int at = from; at < end; at++) {
            if (piece.getInt(at) == DataDescriptor.SIGNATURE) {
                return at;
            }
        }
        return -1;
    }

    /** Whether one of eight bytes is the mark's first: only a byte that is 0 then borrows into its highest bit. */
    private static boolean hasFirstOfMark(long eight) {
        long differences = eight ^ FIRST_OF_MARK;
        return ((differences - ONES) & ~differences & HIGHEST_BITS) != 0;
    }

    @Override
    public long packedSize() {
        return size;
    }

    @Override
    public boolean isSearched() {
        return true;
    }
}
