package wormhole.plugin.directoryzip;

import java.io.IOException;
import java.nio.ByteBuffer;
import wormhole.spi.WormholeException;

/**
 * What the list at the end of an archive says of one entry (PKWARE APPNOTE 6.3, 4.3.12). Nothing of it is believed yet.
 *
 * @param at where this one begins
 * @param end where the next one begins
 * @param utf8 whether its name is to be read as UTF-8
 * @param mode its Unix mode; 0 if it does not come from there
 * @param offset where the entry begins
 */
record CentralHeader(
        long at,
        long end,
        byte[] rawName,
        boolean encrypted,
        boolean utf8,
        int method,
        int crc,
        long size,
        long compressedSize,
        int mode,
        long offset,
        ModifiedTime modified) {
    static final int STORED = 0;
    static final int DEFLATED = 8;

    private static final int LENGTH = 46;
    static final int SIGNATURE = 0x02014b50;
    private static final int UNIX = 3;
    private static final int ENCRYPTED = 1;

    /** Reads the one that begins here and ends before the end of the list. */
    static CentralHeader read(ArchiveBytes archive, long at, long listEnd) throws IOException, WormholeException {
        ByteBuffer fixed = at > listEnd - LENGTH ? null : archive.read(at, LENGTH);
        if (fixed == null || fixed.getInt(0) != SIGNATURE) {
            throw BadArchive.because("its list of entries ends too early");
        }
        int nameLength = unsigned(fixed, 28);
        int extraLength = unsigned(fixed, 30);
        int length = LENGTH + nameLength + extraLength + unsigned(fixed, 32);
        if (at > listEnd - length) {
            throw BadArchive.because("its list of entries ends too early");
        }
        ByteBuffer header = archive.read(at, length);
        byte[] name = new byte[nameLength];
        header.get(LENGTH, name);
        return read(header, at, name, LENGTH + nameLength, extraLength);
    }

    private static CentralHeader read(ByteBuffer header, long at, byte[] name, int extraAt, int extraLength) {
        WideNumbers wide = new WideNumbers(header, extraAt, extraLength);
        long size = wide.widen(header.getInt(24));
        long compressed = wide.widen(header.getInt(20));
        long offset = wide.widen(header.getInt(42));
        return new CentralHeader(
                at,
                at + header.limit(),
                name,
                (header.getShort(8) & ENCRYPTED) != 0,
                EntryName.isUtf8(header.getShort(8), name),
                unsigned(header, 10),
                header.getInt(16),
                size,
                compressed,
                header.get(5) == UNIX ? header.getInt(38) >>> 16 : 0,
                offset,
                ModifiedTime.of(header, extraAt, extraLength));
    }

    private static int unsigned(ByteBuffer header, int at) {
        return header.getShort(at) & 0xffff;
    }

    String name() throws WormholeException {
        return EntryName.of(rawName, utf8);
    }

    boolean isDirectory() {
        return isDirectory(rawName);
    }

    /** Whether it is the folder itself that is received, which the newer Python lists if there is nothing in it. */
    boolean isRoot() {
        return isRoot(rawName);
    }

    static boolean isRoot(byte[] name) {
        return name.length == 2 && name[0] == '.' && name[1] == '/';
    }

    static boolean isDirectory(byte[] name) {
        return name.length > 0 && name[name.length - 1] == '/';
    }

    boolean isStored() {
        return method == STORED;
    }
}
