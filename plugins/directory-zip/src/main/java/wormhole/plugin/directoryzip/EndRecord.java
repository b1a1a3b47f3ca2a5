package wormhole.plugin.directoryzip;

import java.io.IOException;
import java.nio.ByteBuffer;
import wormhole.spi.WormholeException;

/**
 * The end of an archive (PKWARE APPNOTE 6.3, 4.3.14 to 4.3.16), read before anything else: nobody is let loose on a
 * list of entries without end.
 *
 * @param entries how many there are said to be
 * @param start where their list begins
 * @param length how long it is, in bytes
 * @param at where the list must end at the latest
 */
record EndRecord(long entries, long start, long length, long at) {
    private static final int LENGTH = 22;
    private static final int LOCATOR_LENGTH = 20;
    private static final int LENGTH_64 = 56;

    static EndRecord read(ArchiveBytes archive) throws IOException, WormholeException {
        long at = archive.size() - LENGTH;
        ByteBuffer end = at < 0 ? ByteBuffer.allocate(0) : archive.read(at, LENGTH);
        // Comments are allowed by the format, but nobody who sends a directory writes one.
        if (at < 0 || end.getInt(0) != 0x06054b50 || end.getShort(20) != 0) {
            throw BadArchive.because("its end is missing");
        }
        EndRecord plain = new EndRecord(
                end.getShort(10) & 0xffffL, end.getInt(16) & 0xffffffffL, end.getInt(12) & 0xffffffffL, at);
        long locatorAt = at - LOCATOR_LENGTH;
        if (locatorAt < 0) {
            return plain;
        }
        ByteBuffer locator = archive.read(locatorAt, LOCATOR_LENGTH);
        return locator.getInt(0) == 0x07064b50 ? read64(archive, locator.getLong(8), locatorAt) : plain;
    }

    private static EndRecord read64(ArchiveBytes archive, long at, long locatorAt)
            throws IOException, WormholeException {
        if (at != locatorAt - LENGTH_64) {
            throw BadArchive.because("its end is not where it says");
        }
        ByteBuffer end = archive.read(at, LENGTH_64);
        if (end.getInt(0) != 0x06064b50) {
            throw BadArchive.because("its end is not where it says");
        }
        return new EndRecord(end.getLong(32), end.getLong(48), end.getLong(40), at);
    }

    /** Whether the list lies where it can, right before the end. */
    boolean fits() {
        return entries >= 0 && start >= 0 && length >= 0 && start <= at && length == at - start;
    }
}
