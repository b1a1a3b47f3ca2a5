package wormhole.spi;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value that the peer sent, read through accessors that check type and bounds, so that the easy way to read hostile
 * input is the safe way. Every failure is {@link ErrorCode#MALFORMED_PEER_MESSAGE} and names the place of the value.
 *
 * <p>Immutable as long as the tree it was made from is left alone.
 */
public final class PeerValue {
    private final @Nullable Object tree;
    private final String where;

    private PeerValue(@Nullable Object tree, String where) {
        this.tree = tree;
        this.where = where;
    }

    /**
     * Wraps a parsed tree of {@code Map<String, ?>}, {@code List<?>}, {@code String}, {@code Number}, {@code Boolean} and
     * {@code null}.
     *
     * @param where what the value is, for error texts, such as {@code "offer"}
     */
    public static PeerValue of(@Nullable Object tree, String where) {
        return new PeerValue(tree, where);
    }

    /** What this value is, such as {@code offer.file.filesize}. */
    public String where() {
        return where;
    }

    /** Whether this is an object that has the key, even if its value is null. */
    public boolean has(String name) {
        return tree instanceof Map<?, ?> map && map.containsKey(name);
    }

    /** Whether this is JSON's null. */
    public boolean isNull() {
        return tree == null;
    }

    /** The value of a key that must be there. */
    public PeerValue field(String name) throws WormholeException {
        return optional(name).orElseThrow(() -> bad("has no '" + name + "'"));
    }

    /** The value of a key that may be missing; this must be an object. */
    public Optional<PeerValue> optional(String name) throws WormholeException {
        if (!(tree instanceof Map<?, ?> map)) {
            throw bad("is no JSON object");
        }
        if (!map.containsKey(name)) {
            return Optional.empty();
        }
        return Optional.of(new PeerValue(map.get(name), where + "." + name));
    }

    /** A text of at most {@code maxLength} UTF-16 units without lone surrogates. */
    public String text(int maxLength) throws WormholeException {
        if (!(tree instanceof String text)) {
            throw bad("is no text");
        }
        if (text.length() > maxLength) {
            throw bad("is longer than " + maxLength + " characters");
        }
        if (hasLoneSurrogate(text)) {
            throw bad("is no valid Unicode text");
        }
        return text;
    }

    /** A whole number within the bounds, both inclusive. A number with a fraction or an exponent is refused. */
    public long wholeNumber(long min, long max) throws WormholeException {
        BigInteger value = integer();
        if (value.compareTo(BigInteger.valueOf(min)) < 0 || value.compareTo(BigInteger.valueOf(max)) > 0) {
            throw bad("is not between " + min + " and " + max);
        }
        return value.longValueExact();
    }

    private BigInteger integer() throws WormholeException {
        if (tree instanceof BigInteger big) {
            return big;
        }
        if (tree instanceof Long || tree instanceof Integer || tree instanceof Short) {
            return BigInteger.valueOf(((Number) tree).longValue());
        }
        throw bad("is no whole number");
    }

    /** A number of any kind, finite. */
    public double number() throws WormholeException {
        if (tree instanceof Number number && Double.isFinite(number.doubleValue())) {
            return number.doubleValue();
        }
        throw bad("is no number");
    }

    /** A truth value. */
    public boolean truth() throws WormholeException {
        if (tree instanceof Boolean truth) {
            return truth;
        }
        throw bad("is neither true nor false");
    }

    /** The elements of a list of at most {@code max} of them. */
    public List<PeerValue> elements(int max) throws WormholeException {
        if (!(tree instanceof List<?> list)) {
            throw bad("is no JSON list");
        }
        if (list.size() > max) {
            throw bad("has more than " + max + " elements");
        }
        return list.stream()
                .map(element -> new PeerValue(element, where + "[]"))
                .toList();
    }

    /** The number of keys of an object, 0 for everything else. */
    public int size() {
        return tree instanceof Map<?, ?> map ? map.size() : 0;
    }

    private WormholeException bad(String what) {
        return new WormholeException(ErrorCode.MALFORMED_PEER_MESSAGE, "the peer's '" + where + "' " + what);
    }

    private static boolean hasLoneSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (Character.isHighSurrogate(unit)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(unit)) {
                return true;
            }
        }
        return false;
    }

    /** Only the place: the value itself may be hostile, long or secret. */
    @Override
    public String toString() {
        return "PeerValue[" + where + "]";
    }
}
