package wormhole.engine.plugin;

import static java.util.Objects.requireNonNull;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wormhole.spi.Argument;
import wormhole.spi.Command;
import wormhole.spi.CommandSpec;
import wormhole.spi.Invocation;
import wormhole.spi.Option;
import wormhole.spi.WormholeException;
import wormhole.spi.text.Printable;

/** A plugin's command whose description was read and checked once, and whose faults name the plugin. */
record CheckedCommand(String plugin, Command command, CommandSpec spec) implements Command {
    private static final Pattern OPTION = Pattern.compile("--[a-z][a-z0-9-]{0,63}|-[A-Za-z0-9]");

    static CheckedCommand of(String plugin, Command command) {
        CommandSpec spec = requireNonNull(command.spec(), "the description of a command is null");
        requireNonNull(spec.name(), "the name of a command is null");
        requireNonNull(spec.summary(), "the summary of the command '" + spec.name() + "' is null");
        requireNonNull(spec.description(), "the description of the command '" + spec.name() + "' is null");
        checkOptions(spec.options());
        checkArguments(spec);
        return new CheckedCommand(plugin, command, ShownText.of(spec));
    }

    static void checkOptions(List<Option> options) {
        Set<String> names = new HashSet<>();
        for (Option option : options) {
            require(
                    !option.names().isEmpty() && option.names().get(0).startsWith("--"),
                    "an option without a long name: " + option.names());
            for (String name : option.names()) {
                require(OPTION.matcher(name).matches(), "the option '" + name + "' is malformed");
                require(names.add(name), "the option '" + name + "' is there twice");
            }
            requireNonNull(option.kind(), "the kind of the option " + option.names() + " is null");
            requireNonNull(option.valueName(), "the value name of the option " + option.names() + " is null");
            requireNonNull(option.description(), "the description of the option " + option.names() + " is null");
            checkWords(option);
        }
    }

    /** What is typed or compared, and not only shown, is not made harmless but has to be. */
    private static void checkWords(Option option) {
        Stream<@Nullable String> words =
                Stream.concat(option.choices().stream(), Stream.of(option.defaultValue(), option.environment()));
        words.filter(Objects::nonNull)
                .forEach(word -> require(
                        Printable.line(word).equals(word),
                        "a value of the option " + option.names() + " holds what cannot be shown"));
    }

    private static void checkArguments(CommandSpec spec) {
        int last = spec.arguments().size() - 1;
        for (int i = 0; i <= last; i++) {
            Argument argument = spec.arguments().get(i);
            requireNonNull(argument.name(), "the name of an argument of '" + spec.name() + "' is null");
            requireNonNull(argument.kind(), "the kind of the argument " + argument.name() + " is null");
            requireNonNull(argument.description(), "the description of the argument " + argument.name() + " is null");
            require(i == last || !argument.repeatable(), "only the last argument of '" + spec.name() + "' may repeat");
        }
    }

    private static void require(boolean holds, String wrong) {
        if (!holds) {
            throw new IllegalArgumentException(wrong);
        }
    }

    @Override
    public void run(Invocation invocation) throws WormholeException {
        PluginFault.guard(plugin, () -> {
            command.run(invocation);
            return plugin;
        });
    }
}
