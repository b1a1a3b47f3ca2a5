package wormhole.spi.text;

import java.util.function.IntPredicate;

/**
 * Makes text that came from outside harmless to look at: what could steer a terminal, hide, or turn the order of letters
 * around is written as an escape such as {@code \n} or {@code \x1b}. All else, a backslash too, stays as it is, so the
 * result is for eyes and cannot be turned back.
 */
public final class Printable {
    private static final int LAST_CONTROL = 0x9f;

    private Printable() {}

    /** The text in one line: line ends and tabs are escaped too. */
    public static String line(String text) {
        return escape(text, codePoint -> false);
    }

    /** The text with its lines and tabs kept; a carriage return before a line feed is dropped. */
    public static String lines(String text) {
        return escape(text.replace("\r\n", "\n"), codePoint -> codePoint == '\n' || codePoint == '\t');
    }

    /** Whether a person sees the code point as it is: no control, nothing invisible, no half of a pair. */
    public static boolean isHarmless(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> false;
            default -> !isInvisible(codePoint) && !isNonCharacter(codePoint);
        };
    }

    /** Letters and marks that take no room (Unicode, Default_Ignorable_Code_Point), apart from plain variation selectors. */
    private static boolean isInvisible(int codePoint) {
        return switch (codePoint) {
            case 0x034f, 0x115f, 0x1160, 0x17b4, 0x17b5, 0x180b, 0x180c, 0x180d, 0x180f, 0x2065, 0x3164, 0xffa0 -> true;
            default -> (codePoint >= 0xfff0 && codePoint <= 0xfff8) || codePoint >> 12 == 0xe0;
        };
    }

    private static boolean isNonCharacter(int codePoint) {
        return (codePoint & 0xfffe) == 0xfffe || (codePoint >= 0xfdd0 && codePoint <= 0xfdef);
    }

    private static String escape(String text, IntPredicate kept) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(codePoint -> {
            if (kept.test(codePoint) || isHarmless(codePoint)) {
                shown.appendCodePoint(codePoint);
            } else {
                shown.append(escaped(codePoint));
            }
        });
        return shown.toString();
    }

    private static String escaped(int codePoint) {
        return switch (codePoint) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> String.format(codePoint <= LAST_CONTROL ? "\\x%02x" : "\\u{%04x}", codePoint);
        };
    }
}
