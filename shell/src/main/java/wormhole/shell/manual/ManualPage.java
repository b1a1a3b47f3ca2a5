package wormhole.shell.manual;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import wormhole.shell.cli.GlobalOptions;
import wormhole.spi.Argument;
import wormhole.spi.CommandSpec;
import wormhole.spi.Option;

/** A manual page in the language of man(7): one for the program, one for each command. */
public final class ManualPage {
    private final StringBuilder page = new StringBuilder();

    private ManualPage(String name, String version, String summary) {
        page.append(".TH \"").append(name.toUpperCase(Locale.ROOT)).append("\" 1 \"\" \"wormhole ");
        // Names of commands and options are copied from here: no hyphens and spaces that are not theirs.
        page.append(version).append("\" \"Wormhole\"\n.nh\n.ad l\n.SH NAME\n");
        page.append(escaped(name)).append(" \\- ").append(escaped(summary)).append('\n');
    }

    /** The page of a command, {@code wormhole-NAME.1}. */
    public static String of(CommandSpec spec, String version) {
        ManualPage made = new ManualPage(title(spec), version, spec.summary());
        made.section("SYNOPSIS");
        StringBuilder synopsis = new StringBuilder("wormhole " + spec.name() + " [OPTIONS]");
        spec.arguments().forEach(argument -> synopsis.append(' ').append(shown(argument)));
        made.bold(synopsis.toString());
        if (!spec.aliases().isEmpty()) {
            made.paragraph("Also called: " + String.join(", ", spec.aliases()) + ".");
        }
        made.section("DESCRIPTION");
        made.paragraph(spec.description().isEmpty() ? spec.summary() + "." : spec.description());
        made.arguments(spec.arguments());
        made.options("OPTIONS", spec.options());
        made.examples(spec.examples());
        made.section("SEE ALSO");
        made.bold("wormhole(1)");
        return made.page.toString();
    }

    /** The page of the program, {@code wormhole.1}, which has the options that all commands share. */
    public static String ofProgram(List<CommandSpec> specs, String version) {
        ManualPage made = new ManualPage(
                "wormhole", version, "send text, files and directories to another computer, safely, by a short code");
        made.section("SYNOPSIS");
        made.bold("wormhole [OPTIONS] COMMAND");
        made.section("COMMANDS");
        specs.forEach(spec -> made.tagged(spec.name(), spec.summary() + ". See " + title(spec) + "(1)."));
        made.options("OPTIONS OF ALL COMMANDS", GlobalOptions.ALL);
        made.section("EXIT STATUS");
        made.paragraph(
                "0 done; 1 other failure; 2 usage; 3 wrong code; 4 rejected; 5 peer lost; 6 server unreachable or"
                        + " unwelcome; 7 timeout; 8 trouble with a local file; 9 integrity; 130 SIGINT; 143 SIGTERM.");
        return made.page.toString();
    }

    /** The name of a command's page. */
    public static String title(CommandSpec spec) {
        return "wormhole-" + spec.name().replace(' ', '-');
    }

    private static String shown(Argument argument) {
        String name = argument.name() + (argument.repeatable() ? "..." : "");
        return argument.required() ? name : "[" + name + "]";
    }

    private void arguments(List<Argument> arguments) {
        if (!arguments.isEmpty()) {
            section("ARGUMENTS");
            arguments.forEach(argument -> tagged(shown(argument), argument.description()));
        }
    }

    private void options(String heading, List<Option> options) {
        if (!options.isEmpty()) {
            section(heading);
            options.forEach(option -> tagged(names(option), description(option)));
        }
    }

    private static String names(Option option) {
        String names = String.join(", ", OptionNames.of(option));
        return option.valueName().isEmpty() ? names : names + " " + option.valueName();
    }

    private static String description(Option option) {
        List<String> parts = new ArrayList<>(List.of(option.description()));
        if (!option.choices().isEmpty()) {
            parts.add("One of " + String.join(", ", option.choices()) + ".");
        }
        if (option.defaultValue() != null) {
            parts.add("Default: " + option.defaultValue() + ".");
        }
        if (option.environment() != null) {
            parts.add("Also from $" + option.environment() + ".");
        }
        return String.join(" ", parts);
    }

    private void examples(List<String> examples) {
        if (!examples.isEmpty()) {
            section("EXAMPLES");
            examples.forEach(example ->
                    page.append(".PP\n.nf\n").append(escaped(example)).append("\n.fi\n"));
        }
    }

    private void section(String name) {
        page.append(".SH ").append(name).append('\n');
    }

    private void bold(String text) {
        page.append("\\fB").append(escaped(text)).append("\\fR\n");
    }

    private void paragraph(String text) {
        for (String part : text.split("\n\n", -1)) {
            page.append(".PP\n").append(escaped(part)).append('\n');
        }
    }

    private void tagged(String tag, String text) {
        page.append(".TP\n");
        bold(tag);
        page.append(escaped(text)).append('\n');
    }

    /** A hyphen must stay one, to be copied; a line must not begin with a dot or a quote, which would be a request. */
    private static String escaped(String text) {
        String escaped = text.replace("\\", "\\e").replace("-", "\\-");
        return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
    }
}
