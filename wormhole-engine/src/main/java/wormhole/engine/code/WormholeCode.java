package wormhole.engine.code;

import java.util.regex.Pattern;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;

/**
 * A well-formed code: a nameplate of 1 to 40 ASCII digits, a hyphen, and words. What follows the hyphen is free, since codes
 * may be made up by hand; only the zero code {@code 0-} has nothing there.
 */
public final class WormholeCode {
    private static final Pattern NAMEPLATE = Pattern.compile("[0-9]{1,40}");

    private final String nameplate;
    private final String words;

    private WormholeCode(String nameplate, String words) {
        this.nameplate = nameplate;
        this.words = words;
    }

    /**
     * Reads a code; spaces around it are dropped.
     *
     * @throws WormholeException {@link ErrorCode#MALFORMED_CODE} with what is wrong and how codes look
     */
    public static WormholeCode parse(String text) throws WormholeException {
        String code = text.strip();
        if (code.chars().anyMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c))) {
            throw malformed("it has spaces in it");
        }
        if (code.chars().anyMatch(Character::isISOControl)) {
            throw malformed("it has control characters in it");
        }
        int hyphen = code.indexOf('-');
        String nameplate = hyphen < 0 ? code : code.substring(0, hyphen);
        if (!NAMEPLATE.matcher(nameplate).matches()) {
            throw malformed("it does not begin with a number");
        }
        String words = hyphen < 0 ? "" : code.substring(hyphen + 1);
        if (words.isEmpty() && !code.equals("0-")) {
            throw malformed("there are no words behind the number");
        }
        return new WormholeCode(nameplate, words);
    }

    private static WormholeException malformed(String why) {
        return new WormholeException(ErrorCode.MALFORMED_CODE, "this is no wormhole code: " + why)
                .withHint("A code looks like 7-crossover-clockwork.");
    }

    /** Whether a text can be a nameplate. */
    public static boolean isNameplate(String text) {
        return NAMEPLATE.matcher(text).matches();
    }

    /** The part that the server sees. */
    public String nameplate() {
        return nameplate;
    }

    /** The part that only the two people know. */
    public String words() {
        return words;
    }

    /** The whole code. */
    public String text() {
        return nameplate + "-" + words;
    }

    /** Without the words, which are a secret. */
    @Override
    public String toString() {
        return "WormholeCode[" + nameplate + "-…]";
    }
}
