package wormhole.shell.cli;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import picocli.CommandLine;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;

/** What is wrong with a command line, in our words and with a cure. Values are not repeated: they may be codes. */
final class UsageTrouble {
    private UsageTrouble() {}

    static WormholeException of(CommandLine.ParameterException e, String lack) {
        if (e instanceof CommandLine.UnmatchedArgumentException unmatched) {
            return unmatched(unmatched.getUnmatched().get(0), e.getCommandLine(), lack);
        }
        if (e instanceof CommandLine.MissingParameterException missing) {
            return missing(missing);
        }
        String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return trouble(message, seeHelp(e.getCommandLine()));
    }

    private static WormholeException unmatched(String word, CommandLine line, String lack) {
        if (word.startsWith("-") && word.length() > 1) {
            return unknownOption(word.replaceFirst("=.*", ""), line);
        }
        return line.getSubcommands().isEmpty()
                ? trouble("'" + word + "' is one argument too many", codeHint(line) + seeHelp(line))
                : unknownCommand(word, line, lack);
    }

    /** Whoever hears a code on the telephone writes it with spaces. */
    private static String codeHint(CommandLine line) {
        boolean takesCode = line.getCommandSpec().positionalParameters().stream()
                .anyMatch(argument -> argument.paramLabel().contains("CODE"));
        return takesCode ? "A code is one word, its parts are joined by hyphens, as in 7-purple-sausages. " : "";
    }

    private static WormholeException unknownOption(String name, CommandLine line) {
        List<String> owners = owners(name, line);
        if (!owners.isEmpty()) {
            return trouble(
                    name + " stands before a command, and is an option of " + String.join(", ", owners),
                    "Put it behind the command. See 'wormhole help " + owners.get(0) + "'.");
        }
        return trouble(
                "there is no option " + name,
                suggestion(name, line.getCommandSpec().optionsMap().keySet(), line));
    }

    /** The commands below that do have the option. */
    private static List<String> owners(String option, CommandLine line) {
        return line.getSubcommands().values().stream()
                .filter(command -> command.getCommandSpec().optionsMap().containsKey(option))
                .map(UsageTrouble::group)
                .distinct()
                .toList();
    }

    static WormholeException unknownCommand(String name, CommandLine line, String lack) {
        String group = group(line);
        if (line.getSubcommands().isEmpty()) {
            return trouble("'" + group + "' has no subcommand '" + name + "'", seeHelp(line));
        }
        String hint = suggestion(name, line.getSubcommands().keySet(), line) + " " + lack;
        return group.isEmpty()
                ? trouble("there is no command '" + name + "'", hint.strip())
                : trouble(
                        "there is no command '" + group + " " + name + "'",
                        "'" + group + "' has: "
                                + String.join(", ", line.getSubcommands().keySet()) + ". " + hint.strip());
    }

    private static String suggestion(String name, Collection<String> known, CommandLine line) {
        Optional<String> nearest = Nearest.to(name, new TreeSet<>(known));
        return nearest.map(near -> "Did you mean " + near + "? ").orElse("") + seeHelp(line);
    }

    private static WormholeException missing(CommandLine.MissingParameterException e) {
        return trouble(
                (e.getMissing().isEmpty() ? "a value" : shown(e.getMissing().get(0))) + " is missing",
                seeHelp(e.getCommandLine()));
    }

    private static String shown(CommandLine.Model.ArgSpec missing) {
        return missing instanceof CommandLine.Model.OptionSpec option
                ? "the value of " + option.names()[0] + " " + option.paramLabel()
                : missing.paramLabel();
    }

    private static String seeHelp(CommandLine line) {
        return "See 'wormhole help" + (group(line).isEmpty() ? "" : " " + group(line)) + "'.";
    }

    /** The words that lead to these commands; empty for those of the program. */
    private static String group(CommandLine line) {
        String name = LineParser.nameOf(line);
        int space = name.indexOf(' ');
        return space < 0 ? "" : name.substring(space + 1);
    }

    private static WormholeException trouble(String message, String hint) {
        return new WormholeException(ErrorCode.USAGE, message).withHint(hint);
    }
}
