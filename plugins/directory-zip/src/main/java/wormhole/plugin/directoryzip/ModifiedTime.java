package wormhole.plugin.directoryzip;

import java.nio.ByteBuffer;
import java.nio.file.attribute.FileTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * When an entry was last modified, as its header says it: as Unix, Windows or, most vaguely, MS-DOS wrote it.
 *
 * @param dos whether the number is of MS-DOS, date and time in local time; else seconds since 1970
 */
record ModifiedTime(boolean dos, long value) {
    private static final int EXTRA_UNIX = 0x5455;
    private static final int EXTRA_WINDOWS = 0x000a;
    private static final int WINDOWS_TIMES_AT = 8;
    private static final int WINDOWS_LENGTH = 32;
    private static final long WINDOWS_TICKS = 10_000_000;
    private static final long WINDOWS_EPOCH = -11_644_473_600L;
    private static final int FIRST_YEAR = 1980;

    static ModifiedTime of(ByteBuffer header, int extraAt, int extraLength) {
        int unix = ExtraFields.find(header, extraAt, extraLength, EXTRA_UNIX);
        if (unix >= 0 && lengthOf(header, unix) >= 5 && (header.get(unix) & 1) != 0) {
            return new ModifiedTime(false, header.getInt(unix + 1));
        }
        int windows = ExtraFields.find(header, extraAt, extraLength, EXTRA_WINDOWS);
        if (windows >= 0 && lengthOf(header, windows) >= WINDOWS_LENGTH && header.getShort(windows + 4) == 1) {
            return new ModifiedTime(false, header.getLong(windows + WINDOWS_TIMES_AT) / WINDOWS_TICKS + WINDOWS_EPOCH);
        }
        return new ModifiedTime(true, header.getInt(12) & 0xffffffffL);
    }

    private static int lengthOf(ByteBuffer header, int field) {
        return header.getShort(field - 2) & 0xffff;
    }

    FileTime fileTime() {
        return FileTime.from(dos ? ofDos((int) value) : Instant.ofEpochSecond(value));
    }

    /** What is no date is the first one that there is. */
    private static Instant ofDos(int time) {
        LocalDateTime local;
        try {
            local = LocalDateTime.of(
                    FIRST_YEAR + (time >>> 25),
                    (time >> 21) & 15,
                    (time >> 16) & 31,
                    (time >> 11) & 31,
                    (time >> 5) & 63,
                    (time & 31) * 2);
        } catch (DateTimeException e) {
            local = LocalDateTime.of(FIRST_YEAR, 1, 1, 0, 0);
        }
        return local.atZone(ZoneId.systemDefault()).toInstant();
    }
}
