package wormhole.plugin.directoryzip;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import wormhole.spi.WormholeException;

/**
 * The text of an entry's name (PKWARE APPNOTE 6.3, appendix D): UTF-8 if a flag says so, otherwise code page 437, as Python's
 * zipfile reads it, too. No byte is ever replaced unseen: two names could become one.
 */
final class EntryName {
    private static final int UTF8 = 1 << 11;

    /** All 256 bytes are characters of it. */
    private static final Charset CODE_PAGE_437 = Charset.forName("IBM437");

    private EntryName() {}

    /** Whether an entry's flags say that its name is UTF-8, which makes no difference to plain ASCII. */
    static boolean isUtf8(int flags, byte[] raw) {
        return (flags & UTF8) != 0 && !isAscii(raw);
    }

    private static boolean isAscii(byte[] raw) {
        for (byte each : raw) {
            if (each < 0) {
                return false;
            }
        }
        return true;
    }

    /** The name; {@code utf8} as {@link #isUtf8} tells it. */
    static String of(byte[] raw, boolean utf8) throws WormholeException {
        if (!utf8) {
            return new String(raw, isAscii(raw) ? StandardCharsets.US_ASCII : CODE_PAGE_437);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(raw))
                    .toString();
        } catch (CharacterCodingException e) {
            String readable = new String(raw, StandardCharsets.UTF_8);
            throw BadArchive.because("the name '" + readable + "' is not UTF-8, although it claims to be", e);
        }
    }
}
