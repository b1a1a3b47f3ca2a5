package wormhole.shell.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model;
import wormhole.spi.Option;

/** Gathers values: from the command line first, then from the environment, then defaults. */
final class ValueCollector {
    private static final Set<String> OFF = Set.of("", "0", "false", "no", "off");

    private final Map<String, String> environment;
    private final Map<String, List<String>> values = new LinkedHashMap<>();

    ValueCollector(Map<String, String> environment) {
        this.environment = environment;
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
    void complete(List<Option> options) {
        for (Option option : options) {
            if (!values.containsKey(option.key())) {
                String value = fromEnvironment(option);
                if (value != null) {
                    put(option.key(), List.of(value));
                }
            }
        }
    }

    private @Nullable String fromEnvironment(Option option) {
        String variable = option.environment();
        String value = variable == null ? null : environment.get(variable);
        if (value == null) {
            return option.defaultValue();
        }
        return switch (option.kind()) {
            case FLAG, TOGGLE -> String.valueOf(!OFF.contains(value.toLowerCase(Locale.ROOT)));
            case TEXT, NUMBER, PATH, DURATION -> value;
        };
    }

    Map<String, List<String>> values() {
        return values;
    }
}
