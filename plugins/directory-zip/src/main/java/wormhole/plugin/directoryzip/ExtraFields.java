package wormhole.plugin.directoryzip;

import java.nio.ByteBuffer;

/** The additions to a header: each a number that says what it is, a length, and that many bytes. */
final class ExtraFields {
    private static final int HEAD = 4;

    private ExtraFields() {}

    /** Where the content of one begins, which lies within the header whole; negative if there is none. */
    static int find(ByteBuffer header, int at, int length, int kind) {
        int next = at;
        while (next + HEAD <= at + length) {
            int end = next + HEAD + (header.getShort(next + 2) & 0xffff);
            if (end > at + length) {
                return -1;
            }
            if ((header.getShort(next) & 0xffff) == kind) {
                return next + HEAD;
            }
            next = end;
        }
        return -1;
    }
}
