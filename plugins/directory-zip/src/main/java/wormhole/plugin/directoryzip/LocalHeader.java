package wormhole.plugin.directoryzip;

import java.io.IOException;
import java.nio.ByteBuffer;
import wormhole.spi.WormholeException;

/**
 * What stands right before a file in an archive. It says again what the list at the end says; programs differ in whom they
 * believe, so both must say the same.
 *
 * @param utf8 whether its name is to be read as UTF-8
 * @param size in bytes; {@link #UNKNOWN} if it is told only afterwards
 * @param compressedSize alike
 * @param descriptor whether sum and sizes are told once more afterwards
 */
record LocalHeader(
        byte[] rawName,
        boolean encrypted,
        boolean utf8,
        boolean descriptor,
        int method,
        int crc,
        long size,
        long compressedSize,
        ModifiedTime modified) {
    /** In place of a size. */
    static final long UNKNOWN = -1;

    static final int SIGNATURE = 0x04034b50;

    /** Beyond the longest that there can be. */
    static final int MOST_BYTES = 30 + 2 * 0xffff;

    private static final int LENGTH = 30;
    private static final int ENCRYPTED = 1;
    private static final int DESCRIPTOR = 1 << 3;

    /** How long the one that begins here is; more than there is if not even that can be told yet. */
    static int length(ByteBuffer bytes) {
        int at = bytes.position();
        return bytes.remaining() < LENGTH ? LENGTH : LENGTH + unsigned(bytes, at + 26) + unsigned(bytes, at + 28);
    }

    /** Reads one from a little-endian buffer that holds it and nothing else. */
    static LocalHeader read(ByteBuffer header) {
        int nameLength = unsigned(header, 26);
        int extraAt = LENGTH + nameLength;
        int extraLength = unsigned(header, 28);
        byte[] name = new byte[nameLength];
        header.get(LENGTH, name);
        int flags = header.getShort(6);
        int method = unsigned(header, 8);
        WideNumbers wide = new WideNumbers(header, extraAt, extraLength);
        long size = wide.widen(header.getInt(22));
        long compressed = wide.widen(header.getInt(18));
        boolean descriptor = (flags & DESCRIPTOR) != 0;
        if (descriptor) {
            size = method == CentralHeader.STORED ? hint(header, extraAt, extraLength) : UNKNOWN;
            compressed = size;
        }
        return new LocalHeader(
                name,
                (flags & ENCRYPTED) != 0,
                EntryName.isUtf8(flags, name),
                descriptor,
                method,
                header.getInt(14),
                size,
                compressed,
                ModifiedTime.of(header, extraAt, extraLength));
    }

    /** The size as our senders tell it beforehand. */
    private static long hint(ByteBuffer header, int extraAt, int extraLength) {
        int hint = ExtraFields.find(header, extraAt, extraLength, ZipHeaders.EXTRA_SIZE);
        boolean there = hint >= 0 && unsigned(header, hint - 2) == Long.BYTES && header.getLong(hint) > 0;
        return there ? header.getLong(hint) : UNKNOWN;
    }

    /**
     * Whether it is one of those that can be unpacked before the list has come. Whatever is unusual or cannot be right is
     * left to those who know the list.
     */
    boolean isPlain() {
        if (encrypted || (isDirectory() && (descriptor || size != 0 || compressedSize != 0))) {
            return false;
        }
        boolean stored = method == CentralHeader.STORED;
        boolean possible = descriptor || (size >= 0 && compressedSize >= 0);
        return possible && (stored ? size == compressedSize : method == CentralHeader.DEFLATED);
    }

    String name() throws WormholeException {
        return EntryName.of(rawName, utf8);
    }

    boolean isStored() {
        return method == CentralHeader.STORED;
    }

    boolean isRoot() {
        return CentralHeader.isRoot(rawName);
    }

    boolean isDirectory() {
        return CentralHeader.isDirectory(rawName);
    }

    /** Checks the one of a listed entry; returns where the content of the entry begins. */
    static long check(ArchiveBytes archive, CentralHeader entry) throws IOException, WormholeException {
        byte[] name = entry.rawName();
        long at = entry.offset();
        ByteBuffer header = archive.read(at, LENGTH + name.length);
        int flags = header.getShort(6);
        if (header.getInt(0) != SIGNATURE
                || (flags & ENCRYPTED) != 0
                || EntryName.isUtf8(flags, name) != entry.utf8()
                || unsigned(header, 8) != entry.method()
                || unsigned(header, 26) != name.length
                || !header.slice(LENGTH, name.length).equals(ByteBuffer.wrap(name))
                || ((flags & DESCRIPTOR) == 0 && !sameNumbers(header, entry))) {
            throw BadArchive.because("it says two different things about one entry");
        }
        return at + LENGTH + name.length + unsigned(header, 28);
    }

    private static boolean sameNumbers(ByteBuffer header, CentralHeader entry) {
        return header.getInt(14) == entry.crc()
                && same(header.getInt(18), entry.compressedSize())
                && same(header.getInt(22), entry.size());
    }

    /** All bits set says that the number stands elsewhere. */
    private static boolean same(int here, long there) {
        return here == -1 || (here & 0xffffffffL) == there;
    }

    private static int unsigned(ByteBuffer header, int at) {
        return header.getShort(at) & 0xffff;
    }
}
