package wormhole.spi;

import java.util.ArrayList;
import java.util.List;

/**
 * A command as data. Begin with {@link #named} and add to it; every method gives a new value.
 *
 * @param name one or two words, {@code plugins} or {@code ssh invite}, each {@code [a-z][a-z0-9-]*}
 * @param aliases other names for the last word
 * @param summary one line without a full stop
 * @param description paragraphs for help and man page, separated by an empty line
 * @param options in the order in which help shows them
 * @param arguments in order; only the last may be repeatable
 * @param examples each a whole command line, optionally followed by two spaces, {@code #} and what it does
 */
public record CommandSpec(
        String name,
        List<String> aliases,
        String summary,
        String description,
        List<Option> options,
        List<Argument> arguments,
        List<String> examples) {

    public CommandSpec {
        aliases = List.copyOf(aliases);
        options = List.copyOf(options);
        arguments = List.copyOf(arguments);
        examples = List.copyOf(examples);
    }

    public static CommandSpec named(String name, String summary) {
        return new CommandSpec(name, List.of(), summary, "", List.of(), List.of(), List.of());
    }

    public CommandSpec alias(String... more) {
        return new CommandSpec(name, plus(aliases, List.of(more)), summary, description, options, arguments, examples);
    }

    public CommandSpec describedBy(String text) {
        return new CommandSpec(name, aliases, summary, text, options, arguments, examples);
    }

    public CommandSpec with(Option... more) {
        return with(List.of(more));
    }

    public CommandSpec with(List<Option> more) {
        return new CommandSpec(name, aliases, summary, description, plus(options, more), arguments, examples);
    }

    public CommandSpec taking(Argument... more) {
        return new CommandSpec(name, aliases, summary, description, options, plus(arguments, List.of(more)), examples);
    }

    public CommandSpec example(String line) {
        return new CommandSpec(name, aliases, summary, description, options, arguments, plus(examples, List.of(line)));
    }

    private static <T> List<T> plus(List<T> some, List<T> more) {
        List<T> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
