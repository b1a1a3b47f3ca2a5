package wormhole.plugin.directoryzip;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import wormhole.spi.WormholeException;

/**
 * What stands right before a file in an archive. It says again what the list at the end says; programs differ in whom they
 * believe, so both must say the same.
 */
final class LocalHeader {
    private static final int LENGTH = 30;
    private static final int ENCRYPTED = 1;
    private static final int DESCRIPTOR = 1 << 3;

    private LocalHeader() {}

    /** Checks it; returns where the content of the entry begins. */
    static long check(SeekableByteChannel archive, ZipArchiveEntry entry) throws IOException, WormholeException {
        byte[] name = entry.getRawName();
        long at = entry.getLocalHeaderOffset();
        ByteBuffer header = LittleEndian.read(archive, at, LENGTH + name.length);
        int flags = header.getShort(6);
        if (header.getInt(0) != 0x04034b50
                || (flags & ENCRYPTED) != 0
                || header.getShort(8) != entry.getMethod()
                || (header.getShort(26) & 0xffff) != name.length
                || !header.slice(LENGTH, name.length).equals(ByteBuffer.wrap(name))
                || ((flags & DESCRIPTOR) == 0 && !sameNumbers(header, entry))) {
            throw BadArchive.because("it says two different things about one entry");
        }
        return at + LENGTH + name.length + (header.getShort(28) & 0xffff);
    }

    private static boolean sameNumbers(ByteBuffer header, ZipArchiveEntry entry) {
        return header.getInt(14) == (int) entry.getCrc()
                && same(header.getInt(18), entry.getCompressedSize())
                && same(header.getInt(22), entry.getSize());
    }

    /** All bits set says that the number stands elsewhere. */
    private static boolean same(int here, long there) {
        return here == -1 || (here & 0xffffffffL) == there;
    }
}
