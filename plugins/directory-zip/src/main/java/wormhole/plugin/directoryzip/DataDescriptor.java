package wormhole.plugin.directoryzip;

import java.nio.ByteBuffer;

/** What may follow the content of an entry: its sum and its sizes (PKWARE APPNOTE 6.3, 4.3.9). */
final class DataDescriptor {
    static final int SIGNATURE = 0x08074b50;

    /** Of the longer kind. Whatever follows in an archive is longer than the difference. */
    static final int MOST_BYTES = 24;

    private static final int SHORT_LENGTH = 16;

    private DataDescriptor() {}

    /**
     * Goes beyond the one that says this, if there is one here and the next entry or the list right behind it: in the middle of
     * a content may stand what only looks like one. There must be as many bytes as {@link #MOST_BYTES} and a signature have.
     */
    static boolean skipBeforeHeader(ByteBuffer bytes, int crc, long size) {
        int at = bytes.position();
        int length = lengthOf(bytes, at, crc, size, size);
        // That of nothing reads the same whether it is a short or a long one.
        boolean isLong = size == 0 && length > 0 && !isHeader(bytes.getInt(at + length));
        int end = at + (isLong ? MOST_BYTES : length);
        if (length == 0 || !isHeader(bytes.getInt(end))) {
            return false;
        }
        bytes.position(end);
        return true;
    }

    private static boolean isHeader(int signature) {
        return signature == LocalHeader.SIGNATURE || signature == CentralHeader.SIGNATURE;
    }

    /** Goes beyond the one that says this, if there is one here; there must be as many bytes as the longer kind has. */
    static boolean skip(ByteBuffer bytes, int crc, long compressedSize, long size) {
        int length = lengthOf(bytes, bytes.position(), crc, compressedSize, size);
        bytes.position(bytes.position() + length);
        return length > 0;
    }

    private static int lengthOf(ByteBuffer bytes, int at, int crc, long compressedSize, long size) {
        if (bytes.getInt(at) != SIGNATURE || bytes.getInt(at + 4) != crc) {
            return 0;
        }
        if (bytes.getInt(at + 8) == (int) compressedSize
                && bytes.getInt(at + 12) == (int) size
                && (compressedSize | size) >>> Integer.SIZE == 0) {
            return SHORT_LENGTH;
        }
        return bytes.getLong(at + 8) == compressedSize && bytes.getLong(at + 16) == size ? MOST_BYTES : 0;
    }
}
