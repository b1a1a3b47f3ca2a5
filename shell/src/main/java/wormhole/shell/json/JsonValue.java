package wormhole.shell.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes of whatever a plugin put into an event something that has JSON. */
final class JsonValue {
    private static final char REPLACEMENT = '\ufffd';

    private JsonValue() {}

    static Object of(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> fields = new LinkedHashMap<>();
            map.forEach((name, field) -> fields.put(text(String.valueOf(name)), of(field)));
            return fields;
        }
        if (value instanceof Iterable<?> elements) {
            List<Object> list = new ArrayList<>();
            elements.forEach(element -> list.add(of(element)));
            return list;
        }
        if (value != null && (value instanceof Boolean || isNumber(value))) {
            return value;
        }
        return text(String.valueOf(value));
    }

    private static boolean isNumber(Object value) {
        return value instanceof Long
                || value instanceof Integer
                || (value instanceof Double number && Double.isFinite(number));
    }

    /** Half a surrogate pair has no UTF-8, and must not keep everything else from being told. */
    private static String text(String text) {
        StringBuilder whole = new StringBuilder(text.length());
        text.codePoints()
                .map(point -> Character.getType(point) == Character.SURROGATE ? REPLACEMENT : point)
                .forEach(whole::appendCodePoint);
        return whole.toString();
    }
}
