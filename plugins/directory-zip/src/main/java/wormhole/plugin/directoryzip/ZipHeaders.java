package wormhole.plugin.directoryzip;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * What stands between the files in an archive (PKWARE APPNOTE 6.3). Files are stored as they are, and their CRC follows in a
 * data descriptor: so the size of the whole archive is known before a single file was read.
 */
final class ZipHeaders {
    private static final long NEEDS_64_BITS = 0xffffffffL;
    private static final int NEEDS_ZIP64_COUNT = 0xffff;
    /** More than any of them is long without the name. */
    private static final int LONGEST = 128;

    private static final int LOCAL_LENGTH = 30;
    private static final int CENTRAL_LENGTH = 46;
    private static final int EXTRA_HEAD = 4;

    private static final short FLAG_DESCRIPTOR = 1 << 3;
    private static final short FLAG_UTF8 = 1 << 11;
    private static final short VERSION = 20;
    private static final short VERSION_ZIP64 = 45;
    private static final int MADE_BY_UNIX = 3 << 8;
    private static final int DOS_DIRECTORY = 0x10;

    private static final short EXTRA_ZIP64 = 0x0001;
    private static final short EXTRA_TIME = 0x5455;
    private static final int TIME_LENGTH = 9;
    /**
     * Ours: the size of a stored file whose descriptor will tell it again, so that who reads the archive as it comes need not
     * search for the end. Others skip it.
     */
    static final short EXTRA_SIZE = 0x574d;

    private static final int HINT_LENGTH = EXTRA_HEAD + Long.BYTES;
    private static final byte HAS_MODIFIED = 1;
    private static final int FIRST_DOS_YEAR = 1980;
    /** The first and the last day that are within the range of the format in every time zone. */
    private static final Instant FIRST_DOS_TIME = Instant.parse("1980-01-02T00:00:00Z");

    private static final Instant LAST_DOS_TIME = Instant.parse("2107-12-30T00:00:00Z");

    private ZipHeaders() {}

    /** How long an entry is: its content, and what stands before and after it. */
    static long sizeInArchive(SourceEntry entry) {
        return LOCAL_LENGTH
                + entry.rawName().length
                + TIME_LENGTH
                + (hasDescriptor(entry) ? HINT_LENGTH + descriptorLength(entry) : 0)
                + (isBig(entry) ? EXTRA_HEAD + 2 * Long.BYTES : 0)
                + entry.size();
    }

    private static int descriptorLength(SourceEntry entry) {
        return 2 * Integer.BYTES + 2 * (isBig(entry) ? Long.BYTES : Integer.BYTES);
    }

    /** How much the list at the end needs for an entry that begins at this place. */
    static int sizeListed(SourceEntry entry, long offset) {
        int zip64Length = zip64Length(entry, offset);
        return CENTRAL_LENGTH + entry.rawName().length + TIME_LENGTH + (zip64Length > 0 ? EXTRA_HEAD + zip64Length : 0);
    }

    private static boolean isBig(SourceEntry entry) {
        return entry.size() >= NEEDS_64_BITS;
    }

    /** How much of a central header is for numbers of 64 bits. */
    private static int zip64Length(SourceEntry entry, long offset) {
        return (isBig(entry) ? 2 * Long.BYTES : 0) + (offset >= NEEDS_64_BITS ? Long.BYTES : 0);
    }

    static ByteBuffer local(SourceEntry entry) {
        boolean zip64 = isBig(entry);
        int unknown = zip64 ? -1 : 0;
        byte[] name = entry.rawName();
        ByteBuffer header = start(name.length).putInt(0x04034b50);
        common(header, entry, zip64, 0)
                .putInt(unknown)
                .putInt(unknown)
                .putShort((short) name.length)
                .putShort((short) (TIME_LENGTH + (hasDescriptor(entry) ? HINT_LENGTH : 0) + (zip64 ? 4 + 16 : 0)))
                .put(name);
        if (zip64) {
            header.putShort(EXTRA_ZIP64).putShort((short) 16).putLong(0).putLong(0);
        }
        if (hasDescriptor(entry)) {
            header.putShort(EXTRA_SIZE).putShort((short) Long.BYTES).putLong(entry.size());
        }
        return time(header, entry).flip();
    }

    /** What could not be known when the file began; nothing for what is empty. */
    static ByteBuffer descriptor(SourceEntry entry, int crc) {
        if (!hasDescriptor(entry)) {
            return start(0).flip();
        }
        ByteBuffer descriptor = start(0).putInt(0x08074b50).putInt(crc);
        if (isBig(entry)) {
            return descriptor.putLong(entry.size()).putLong(entry.size()).flip();
        }
        return descriptor.putInt((int) entry.size()).putInt((int) entry.size()).flip();
    }

    static ByteBuffer central(SourceEntry entry, int crc, long offset) {
        boolean bigFile = isBig(entry);
        boolean farAway = offset >= NEEDS_64_BITS;
        int zip64Length = zip64Length(entry, offset);
        byte[] name = entry.rawName();
        ByteBuffer header = start(name.length).putInt(0x02014b50).putShort((short) (MADE_BY_UNIX | VERSION_ZIP64));
        common(header, entry, zip64Length > 0, crc)
                .putInt(bigFile ? -1 : (int) entry.size())
                .putInt(bigFile ? -1 : (int) entry.size())
                .putShort((short) name.length)
                .putShort((short) (TIME_LENGTH + (zip64Length > 0 ? 4 + zip64Length : 0)))
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putInt(entry.mode() << 16 | (entry.isDirectory() ? DOS_DIRECTORY : 0))
                .putInt(farAway ? -1 : (int) offset)
                .put(name);
        if (zip64Length > 0) {
            header.putShort(EXTRA_ZIP64).putShort((short) zip64Length);
        }
        if (bigFile) {
            header.putLong(entry.size()).putLong(entry.size());
        }
        if (farAway) {
            header.putLong(offset);
        }
        return time(header, entry).flip();
    }

    /** The end of the archive: how many entries, and where the central directory starts and how long it is. */
    static ByteBuffer end(int entries, long start, long length) {
        ByteBuffer end = start(0);
        boolean zip64 = entries >= NEEDS_ZIP64_COUNT || start >= NEEDS_64_BITS || length >= NEEDS_64_BITS;
        if (zip64) {
            end.putInt(0x06064b50).putLong(44).putShort((short) (MADE_BY_UNIX | VERSION_ZIP64));
            end.putShort(VERSION_ZIP64).putInt(0).putInt(0).putLong(entries).putLong(entries);
            end.putLong(length).putLong(start);
            end.putInt(0x07064b50).putInt(0).putLong(start + length).putInt(1);
        }
        short count = (short) (zip64 ? -1 : entries);
        end.putInt(0x06054b50)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort(count)
                .putShort(count);
        return end.putInt(zip64 ? -1 : (int) length)
                .putInt(zip64 ? -1 : (int) start)
                .putShort((short) 0)
                .flip();
    }

    private static ByteBuffer start(int nameLength) {
        return ByteBuffer.allocate(LONGEST + nameLength).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static boolean hasDescriptor(SourceEntry entry) {
        return entry.size() > 0;
    }

    /** From the version needed to the CRC, alike in the local and the central header. */
    private static ByteBuffer common(ByteBuffer header, SourceEntry entry, boolean zip64, int crc) {
        return header.putShort(zip64 ? VERSION_ZIP64 : VERSION)
                .putShort((short) (FLAG_UTF8 | (hasDescriptor(entry) ? FLAG_DESCRIPTOR : 0)))
                .putShort((short) 0)
                .putInt(dosTime(entry.modified()))
                .putInt(crc);
    }

    private static ByteBuffer time(ByteBuffer header, SourceEntry entry) {
        long seconds = entry.modified().getEpochSecond();
        int modified = (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, seconds));
        return header.putShort(EXTRA_TIME).putShort((short) 5).put(HAS_MODIFIED).putInt(modified);
    }

    /** Local time in steps of two seconds, as MS-DOS wrote it. */
    private static int dosTime(Instant instant) {
        Instant sane = instant.isBefore(FIRST_DOS_TIME) ? FIRST_DOS_TIME : instant;
        LocalDateTime time =
                LocalDateTime.ofInstant(sane.isAfter(LAST_DOS_TIME) ? LAST_DOS_TIME : sane, ZoneId.systemDefault());
        int date = (time.getYear() - FIRST_DOS_YEAR) << 9 | time.getMonthValue() << 5 | time.getDayOfMonth();
        return date << 16 | time.getHour() << 11 | time.getMinute() << 5 | time.getSecond() / 2;
    }
}
