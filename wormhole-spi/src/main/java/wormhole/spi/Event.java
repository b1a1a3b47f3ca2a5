package wormhole.spi;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something that happened, told at once in words for people and as fields for programs, so that the two can never say
 * different things. Begin with {@link #named}.
 *
 * @param name the JSON {@code event}, {@code [a-z][a-z0-9-]*}
 * @param level how much people want to know it
 * @param text one or more lines for people; empty if it is for programs only
 * @param fields for programs, in order: texts, numbers, truth values, and lists and maps of them. {@code event},
 *     {@code time} and {@code line} are the host's; it writes over them. A script finds the field with the event's own
 *     name, such as {@code url} of {@code url}, in a variable of that name.
 */
public record Event(String name, Level level, String text, Map<String, Object> fields) {
    /** How much people want to know something. */
    public enum Level {
        /** Only with {@code --verbose}. */
        DETAIL,
        /** Unless {@code --quiet}. */
        INFO,
        /** Always. */
        WARNING
    }

    public Event {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    public static Event named(String name) {
        return new Event(name, Level.INFO, "", Map.of());
    }

    /** A note for people that programs get as the event {@code note}. */
    public static Event note(String text) {
        return named("note").saying(text).with("text", text);
    }

    public Event at(Level newLevel) {
        return new Event(name, newLevel, text, fields);
    }

    public Event saying(String newText) {
        return new Event(name, level, newText, fields);
    }

    public Event with(String field, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(fields);
        more.put(field, value);
        return new Event(name, level, text, more);
    }

    /** Without what it says, which may be a code. */
    @Override
    public String toString() {
        return "Event[" + name + ", " + level + ", " + fields.keySet() + "]";
    }
}
