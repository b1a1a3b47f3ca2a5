package wormhole.shell.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model;
import wormhole.spi.Option;

/** Gathers values: from the command line first, then from other sources, then defaults. */
final class ValueCollector {
    private final List<ValueSource> sources;
    private final Map<String, List<String>> values = new LinkedHashMap<>();

    /**
     * Nothing yet.
     *
     * @param sources of what is not typed; the first that knows an option wins
     */
    ValueCollector(List<ValueSource> sources) {
        this.sources = List.copyOf(sources);
    }

    /** Takes what was typed at one level of commands. */
    void take(CommandLine.ParseResult level) {
        for (Model.OptionSpec option : level.matchedOptionsSet()) {
            String key = option.names()[0].replaceFirst("^-+", "");
            put(key, typed(option));
        }
        for (Model.PositionalParamSpec argument : level.matchedPositionalsSet()) {
            put(argument.paramLabel().toLowerCase(Locale.ROOT), argument.stringValues());
        }
    }

    private static List<String> typed(Model.OptionSpec option) {
        if (option.arity().max() > 0) {
            return option.stringValues();
        }
        Object value = option.getValue();
        return List.of(String.valueOf(value));
    }

    private void put(String key, List<String> more) {
        values.merge(key, List.copyOf(more), ValueCollector::both);
    }

    private static List<String> both(List<String> some, List<String> more) {
        List<String> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    /** Fills in what was not typed. */
    void complete(String command, List<Option> options) {
        for (Option option : options) {
            if (!values.containsKey(option.key())) {
                found(command, option).ifPresent(found -> put(option.key(), found));
            }
        }
    }

    private Optional<List<String>> found(String command, Option option) {
        for (ValueSource source : sources) {
            Optional<List<String>> found = source.of(command, option);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.ofNullable(option.defaultValue()).map(List::of);
    }

    Map<String, List<String>> values() {
        return values;
    }
}
