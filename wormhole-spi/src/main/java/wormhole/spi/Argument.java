package wormhole.spi;

/**
 * A positional argument of a command, as data.
 *
 * @param name how help calls it, such as {@code PATH}; lower-cased, it is the key in {@link OptionValues}
 * @param kind what it is, for completion
 * @param description one or two sentences
 * @param required whether at least one must be given
 * @param repeatable whether several may be given
 */
public record Argument(String name, Kind kind, String description, boolean required, boolean repeatable) {
    /** What an argument is; it decides completion. */
    public enum Kind {
        TEXT,
        PATH,
        CODE,
        COMMAND,
        PLUGIN
    }

    public static Argument optional(String name, Kind kind, String description) {
        return new Argument(name, kind, description, false, false);
    }

    public static Argument required(String name, Kind kind, String description) {
        return new Argument(name, kind, description, true, false);
    }

    public Argument repeated() {
        return new Argument(name, kind, description, required, true);
    }
}
