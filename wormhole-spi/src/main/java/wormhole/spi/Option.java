package wormhole.spi;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An option of a command or service, as data.
 *
 * @param names with their dashes, the long name first: {@code --code-length}, {@code -c}
 * @param kind what its value is
 * @param valueName how help calls the value, such as {@code FILE}; empty for flags
 * @param description one or two sentences
 * @param repeatable whether it may be given several times
 * @param defaultValue as it would be typed, or null
 * @param environment a variable that gives the value when the option is missing, or null
 * @param choices all values allowed; empty for any
 */
public record Option(
        List<String> names,
        Kind kind,
        String valueName,
        String description,
        boolean repeatable,
        @Nullable String defaultValue,
        @Nullable String environment,
        List<String> choices) {

    /** What the value of an option is; it decides checking and completion. */
    public enum Kind {
        /** Present or not. */
        FLAG,
        /** {@code --qr} or {@code --no-qr}. */
        TOGGLE,
        TEXT,
        /** A whole number, 0 or more. */
        NUMBER,
        /** A file or folder. */
        PATH,
        /** A time such as {@code 90}, {@code 90s}, {@code 5m}, {@code 1h30m}. */
        DURATION
    }

    public Option {
        names = List.copyOf(names);
        choices = List.copyOf(choices);
    }

    public static Option flag(String description, String... names) {
        return of(Kind.FLAG, "", description, names);
    }

    /** An option with a positive long name, which can be denied by {@code --no-…}. */
    public static Option toggle(String description, String... names) {
        return of(Kind.TOGGLE, "", description, names);
    }

    public static Option text(String valueName, String description, String... names) {
        return of(Kind.TEXT, valueName, description, names);
    }

    public static Option number(String valueName, String description, String... names) {
        return of(Kind.NUMBER, valueName, description, names);
    }

    public static Option path(String valueName, String description, String... names) {
        return of(Kind.PATH, valueName, description, names);
    }

    public static Option duration(String valueName, String description, String... names) {
        return of(Kind.DURATION, valueName, description, names);
    }

    private static Option of(Kind kind, String valueName, String description, String... names) {
        return new Option(List.of(names), kind, valueName, description, false, null, null, List.of());
    }

    public Option repeated() {
        return new Option(names, kind, valueName, description, true, defaultValue, environment, choices);
    }

    public Option defaultingTo(String value) {
        return new Option(names, kind, valueName, description, repeatable, value, environment, choices);
    }

    public Option fromEnvironment(String variable) {
        return new Option(names, kind, valueName, description, repeatable, defaultValue, variable, choices);
    }

    public Option oneOf(String... values) {
        return new Option(names, kind, valueName, description, repeatable, defaultValue, environment, List.of(values));
    }

    /** As it is written, with what stands for its value: {@code --code-file FILE}. For errors and instructions. */
    public String shown() {
        return names.get(0) + (valueName.isEmpty() ? "" : " " + valueName);
    }

    /** The long name without dashes, by which {@link OptionValues} knows it. */
    public String key() {
        String name = names.get(0);
        int dashes = 0;
        while (name.startsWith("-", dashes)) {
            dashes++;
        }
        return name.substring(dashes);
    }
}
