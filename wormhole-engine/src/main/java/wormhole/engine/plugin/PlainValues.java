package wormhole.engine.plugin;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Copies what a plugin says in maps and lists into plain ones. The plugin's own are code that could fail, wait, or say
 * something else the next time; so they are read once, where its faults are expected.
 */
final class PlainValues {
    /** Far more than anybody says to a peer in one message. */
    private static final int MAX_VALUES = 10_000;

    private static final int MAX_DEPTH = 20;

    private final String what;
    private int left = MAX_VALUES;

    private PlainValues(String what) {
        this.what = what;
    }

    /**
     * A copy that nobody can change.
     *
     * @throws IllegalArgumentException if it is no tree of maps, lists, texts, truths and numbers, or too large a one
     */
    static Map<String, ?> copyOf(Map<String, ?> map, String what) {
        return new PlainValues(what).map(map, 0);
    }

    private Map<String, ?> map(Map<?, ?> map, int depth) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> copy.put((String) key, value(value, depth + 1)));
        return Collections.unmodifiableMap(copy);
    }

    private List<?> list(List<?> list, int depth) {
        List<@Nullable Object> copy = new ArrayList<>();
        list.forEach(value -> copy.add(value(value, depth + 1)));
        return Collections.unmodifiableList(copy);
    }

    private @Nullable Object value(@Nullable Object value, int depth) {
        if (depth > MAX_DEPTH || --left < 0) {
            throw new IllegalArgumentException(what + " are too many or too deep");
        }
        if (value instanceof Map<?, ?> map) {
            return map(map, depth);
        }
        if (value instanceof List<?> list) {
            return list(list, depth);
        }
        if (value == null
                || value instanceof String
                || value instanceof Boolean
                || value instanceof Integer
                || value instanceof Long
                || value instanceof Double) {
            return value;
        }
        throw new IllegalArgumentException(what + " hold a " + value.getClass().getName() + ", which JSON has not");
    }
}
