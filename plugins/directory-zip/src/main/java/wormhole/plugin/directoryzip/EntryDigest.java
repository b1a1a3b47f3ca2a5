package wormhole.plugin.directoryzip;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import wormhole.spi.files.Sha256;

/**
 * What is said of some entries, one after another, as a hash of fixed size: who says something else, or says it in another
 * order, has another one.
 */
final class EntryDigest {
    private final Sha256 sha256 = new Sha256();
    private final ByteBuffer numbers = ByteBuffer.allocate(4 * Integer.BYTES + 3 * Long.BYTES);
    private long times;

    void add(
            byte[] name,
            boolean utf8,
            int method,
            int crc,
            long size,
            long compressedSize,
            long offset,
            ModifiedTime modified) {
        numbers.clear().putInt(name.length).putInt(utf8 ? 1 : 0).putInt(method).putInt(crc);
        numbers.putLong(size).putLong(compressedSize).putLong(offset);
        sha256.update(numbers.array());
        sha256.update(name);
        // Nobody gains anything by two times that are taken for each other.
        times = 31 * times + 2 * modified.value() + (modified.dos() ? 1 : 0);
    }

    /** Whether the other one saw the same entries, except for their times. To be asked once. */
    boolean isSameAs(EntryDigest other) {
        return MessageDigest.isEqual(sha256.digest(), other.sha256.digest());
    }

    boolean hasSameTimesAs(EntryDigest other) {
        return times == other.times;
    }
}
