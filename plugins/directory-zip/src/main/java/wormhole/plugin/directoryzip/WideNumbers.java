package wormhole.plugin.directoryzip;

import java.nio.ByteBuffer;

/** The numbers of a header that need 64 bits: only what did not fit is there, in a fixed order (APPNOTE 4.5.3). */
final class WideNumbers {
    private static final long ELSEWHERE = 0xffffffffL;
    private static final int EXTRA_ZIP64 = 0x0001;

    private final ByteBuffer header;
    private int at;
    private int left;

    WideNumbers(ByteBuffer header, int extraAt, int extraLength) {
        this.header = header;
        this.at = ExtraFields.find(header, extraAt, extraLength, EXTRA_ZIP64);
        this.left = at < 0 ? 0 : (header.getShort(at - 2) & 0xffff) / Long.BYTES;
    }

    /** What a number of 32 bits means; to be asked for in the fixed order. */
    long widen(int number) {
        if (number != -1 || left == 0) {
            return number & ELSEWHERE;
        }
        left--;
        at += Long.BYTES;
        return header.getLong(at - Long.BYTES);
    }
}
