package wormhole.spi;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The values of options and arguments of one call, by {@link Option#key} and lower-cased {@link Argument#name}. Defaults and
 * environment variables are already in. Immutable.
 */
public final class OptionValues {
    private static final Pattern DURATION = Pattern.compile("(?:(\\d{1,9})h)?(?:(\\d{1,9})m)?(?:(\\d{1,9})s?)?");

    private final Map<String, List<String>> values;
    private final Path directory;
    private final Map<String, String> shown;

    private OptionValues(Map<String, List<String>> values, Path directory, Map<String, String> shown) {
        this.values = Map.copyOf(values);
        this.directory = directory;
        this.shown = Map.copyOf(shown);
    }

    /**
     * Wraps values that were parsed.
     *
     * @param values a flag or toggle is {@code "true"} or {@code "false"}
     * @param directory against which relative paths are resolved, absolute
     */
    public static OptionValues of(Map<String, List<String>> values, Path directory) {
        return new OptionValues(values, directory, Map.of());
    }

    /**
     * These values, of options and arguments that an error names as people write them.
     *
     * @param newShown by key, such as {@link Option#shown}; a key that is not in it stands for itself
     */
    public OptionValues shownAs(Map<String, String> newShown) {
        return new OptionValues(values, directory, newShown);
    }

    /** How an option or argument is written, for errors. */
    public String shown(String key) {
        return shown.getOrDefault(key, key);
    }

    /** Whether a flag or toggle is on. */
    public boolean flag(String key) {
        return text(key).map(Boolean::parseBoolean).orElse(false);
    }

    /** A toggle, empty when it was given in neither form. */
    public Optional<Boolean> toggle(String key) {
        return text(key).map(Boolean::parseBoolean);
    }

    /** The last value given. */
    public Optional<String> text(String key) {
        List<String> all = all(key);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** All values given, in order. */
    public List<String> all(String key) {
        return values.getOrDefault(key, List.of());
    }

    /** A whole number, 0 or more. */
    public OptionalLong number(String key) throws WormholeException {
        Optional<String> text = text(key);
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        if (!text.get().matches("[0-9]{1,18}")) {
            throw usage(key, text.get(), "a whole number such as 4000");
        }
        return OptionalLong.of(Long.parseLong(text.get()));
    }

    /** A path, made absolute. */
    public Optional<Path> path(String key) throws WormholeException {
        Optional<String> text = text(key);
        return text.isEmpty() ? Optional.empty() : Optional.of(resolve(key, text.get()));
    }

    /** All paths given, in order, made absolute. */
    public List<Path> paths(String key) throws WormholeException {
        List<Path> paths = new ArrayList<>();
        for (String text : all(key)) {
            paths.add(resolve(key, text));
        }
        return paths;
    }

    /** An empty one would be the directory itself, and all of it sent where a script forgot to set a variable. */
    private Path resolve(String key, String text) throws WormholeException {
        if (text.isEmpty()) {
            throw usage(key, text, "a path");
        }
        try {
            return directory.resolve(text);
        } catch (InvalidPathException e) {
            throw usage(key, text, "a path");
        }
    }

    /** A time such as {@code 90}, {@code 90s}, {@code 5m} or {@code 1h30m}. */
    public Optional<Duration> duration(String key) throws WormholeException {
        Optional<String> text = text(key);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Matcher match = DURATION.matcher(text.get());
        if (text.get().isEmpty() || !match.matches()) {
            throw usage(key, text.get(), "a time such as 90s, 5m or 1h30m");
        }
        return Optional.of(
                Duration.ofHours(part(match, 1)).plusMinutes(part(match, 2)).plusSeconds(part(match, 3)));
    }

    private static long part(Matcher match, int group) {
        String digits = match.group(group);
        return digits == null ? 0 : Long.parseLong(digits);
    }

    private WormholeException usage(String key, String text, String wanted) {
        return new WormholeException(ErrorCode.USAGE, "'" + text + "' is no good value for " + shown(key))
                .withHint("Give " + wanted + ".");
    }

    /** Only the keys: values may be codes. */
    @Override
    public String toString() {
        return "OptionValues" + values.keySet();
    }
}
