package wormhole.plugin.server.mailbox;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One message from a client, read with its types and bounds checked. Unknown keys are ignored. */
final class Request {
    /** For ids, sides and names of all kinds; honest ones have a few dozen characters at most. */
    static final int MAX_NAME = 200;
    /** From here on a frame is not sent back whole. */
    private static final int MAX_ECHO = 4096;

    private final Map<?, ?> tree;
    private final int length;

    private Request(Map<?, ?> tree, int length) {
        this.tree = tree;
        this.length = length;
    }

    static Request parse(String json) throws Refusal {
        // What is no object has no type either, so it is refused like an empty one.
        Map<?, ?> tree = Json.read(json) instanceof Map<?, ?> object ? object : Map.of();
        return new Request(tree, json.length());
    }

    /** The type, empty if it is no text. */
    String type() {
        return tree.get("type") instanceof String type ? type : "";
    }

    /** The number that the client gave this message; null if there is none, or none worth repeating. */
    @Nullable
    Object id() {
        Object id = tree.get("id");
        boolean repeatable = id instanceof Number
                || id instanceof Boolean
                || (id instanceof String text && text.length() <= MAX_NAME);
        return repeatable ? id : null;
    }

    boolean has(String key) {
        return tree.containsKey(key);
    }

    /** A value that goes back to the client as it came. */
    @Nullable
    Object echo(String key) throws Refusal {
        if (length > MAX_ECHO) {
            throw new Refusal("'" + key + "' is too long");
        }
        return tree.get(key);
    }

    /** A text that names something. */
    String name(String key) throws Refusal {
        return text(key, 1, MAX_NAME);
    }

    String text(String key, int min, int max) throws Refusal {
        if (tree.get(key) instanceof String text && text.length() >= min && text.length() <= max) {
            if (!isStorable(text)) {
                throw new Refusal("'" + key + "' must be text without null characters and lone surrogates");
            }
            return text;
        }
        throw new Refusal("'" + key + "' must be text of " + min + " to " + max + " characters");
    }

    /** Databases differ in what they make of the rest. */
    private static boolean isStorable(String text) {
        return text.indexOf('\0') < 0 && text.codePoints().noneMatch(Request::isLoneSurrogate);
    }

    private static boolean isLoneSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    /** A nameplate's name. */
    String nameplate() throws Refusal {
        if (tree.get("nameplate") instanceof String name && NameplateNames.isValid(name)) {
            return name;
        }
        throw new Refusal("nameplate must be numeric");
    }

    /** Whether the value of a key is this text; the value may be anything. */
    boolean is(String key, String text) {
        return text.equals(tree.get(key));
    }

    /** Whether something is asked for that not every server knows of. */
    boolean asksFor(String key) {
        return Boolean.TRUE.equals(tree.get(key));
    }

    /** How the client feels, null if it does not say. Words that nobody knows pass: nobody is kept from closing. */
    @Nullable
    String mood() throws Refusal {
        return tree.get("mood") == null ? null : name("mood");
    }

    /** This message as an error reply shows it. */
    Map<?, ?> orig() {
        if (length <= MAX_ECHO) {
            return tree;
        }
        Map<String, Object> brief = new TreeMap<>();
        brief.put("type", type().length() <= MAX_NAME ? type() : "");
        Object id = id();
        if (id != null) {
            brief.put("id", id);
        }
        return brief;
    }
}
