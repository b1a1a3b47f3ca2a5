package wormhole.shell.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model;
import wormhole.spi.CommandSpec;

/** What help shows around the options. */
final class HelpText {
    private HelpText() {}

    /** Text in which the library finds nothing to format, for where it would. */
    static String literal(String text) {
        return unstyled(text).replace("%", "%%");
    }

    /** Text in which the library finds no colours. */
    static String unstyled(String text) {
        return text.replace("@|", "@\u200b|");
    }

    static void describe(Model.CommandSpec spec, CommandSpec command) {
        Model.UsageMessageSpec usage = spec.usageMessage();
        usage.sortOptions(false)
                .abbreviateSynopsis(true)
                .synopsisSubcommandLabel("COMMAND")
                .description(description(command))
                .parameterListHeading("%nArguments:%n")
                .optionListHeading("%nOptions:%n")
                .commandListHeading("%nCommands:%n")
                .footer(examples(command));
        // In a list of commands the library shows the first line of the header.
        usage.header(literal(command.summary()));
    }

    private static String[] description(CommandSpec command) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : command.description().split("\n\n", -1)) {
            if (!paragraph.isBlank()) {
                lines.add("");
                lines.add(literal(paragraph));
            }
        }
        return lines.toArray(String[]::new);
    }

    private static String[] examples(CommandSpec command) {
        List<String> lines = new ArrayList<>();
        if (!command.examples().isEmpty()) {
            lines.add("");
            lines.add("Examples:");
            command.examples().forEach(example -> lines.add("  " + literal(example)));
        }
        return lines.toArray(String[]::new);
    }
}
