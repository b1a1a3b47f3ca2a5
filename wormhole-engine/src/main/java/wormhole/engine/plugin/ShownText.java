package wormhole.engine.plugin;

import static java.util.Objects.requireNonNull;

import java.util.List;
import wormhole.spi.Argument;
import wormhole.spi.CommandSpec;
import wormhole.spi.Option;
import wormhole.spi.text.Printable;

/**
 * What a plugin says for people, made fit to be shown anywhere: not only on a terminal, but in completion scripts and manual
 * pages too.
 */
final class ShownText {
    private static final int MAX_LINE = 1000;
    private static final int MAX_TEXT = 20_000;

    private ShownText() {}

    /** A text in one line. */
    static String line(String text, String whatIfNull) {
        return Printable.line(shortened(requireNonNull(text, whatIfNull), MAX_LINE));
    }

    private static String lines(String text) {
        return Printable.lines(shortened(text, MAX_TEXT));
    }

    /** At most so many characters; what is left out is marked. */
    static String shortened(String text, int max) {
        return text.length() > max ? text.substring(0, max) + "..." : text;
    }

    /** A command's description, which has been checked. */
    static CommandSpec of(CommandSpec spec) {
        return new CommandSpec(
                spec.name(),
                spec.aliases(),
                line(spec.summary(), ""),
                lines(spec.description()),
                options(spec.options()),
                spec.arguments().stream().map(ShownText::of).toList(),
                spec.examples().stream().map(example -> line(example, "")).toList());
    }

    static List<Option> options(List<Option> options) {
        return options.stream().map(ShownText::of).toList();
    }

    private static Option of(Option option) {
        return new Option(
                option.names(),
                option.kind(),
                line(option.valueName(), ""),
                lines(option.description()),
                option.repeatable(),
                option.defaultValue(),
                option.environment(),
                option.choices());
    }

    private static Argument of(Argument argument) {
        return new Argument(
                line(argument.name(), ""),
                argument.kind(),
                lines(argument.description()),
                argument.required(),
                argument.repeatable());
    }
}
