package wormhole.shell.cli;

import java.util.Collection;
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
                ? trouble("'" + word + "' is one argument too many", seeHelp(line))
                : unknownCommand(word, line, lack);
    }

    private static WormholeException unknownOption(String name, CommandLine line) {
        return trouble(
                "there is no option " + name,
                suggestion(name, line.getCommandSpec().optionsMap().keySet(), line));
    }

    static WormholeException unknownCommand(String name, CommandLine line, String lack) {
        return trouble(
                "there is no command '" + name + "'",
                (suggestion(name, line.getSubcommands().keySet(), line) + " " + lack).strip());
    }

    private static String suggestion(String name, Collection<String> known, CommandLine line) {
        Optional<String> nearest = Nearest.to(name, new TreeSet<>(known));
        return nearest.map(near -> "Did you mean " + near + "? ").orElse("") + seeHelp(line);
    }

    private static WormholeException missing(CommandLine.MissingParameterException e) {
        String what = e.getMissing().isEmpty()
                ? "a value"
                : e.getMissing().get(0).isOption()
                        ? "the value of "
                                + ((CommandLine.Model.OptionSpec) e.getMissing().get(0)).longestName()
                        : e.getMissing().get(0).paramLabel();
        return trouble(what + " is missing", seeHelp(e.getCommandLine()));
    }

    private static String seeHelp(CommandLine line) {
        String name = LineParser.nameOf(line);
        int space = name.indexOf(' ');
        return "See 'wormhole help" + (space < 0 ? "" : name.substring(space)) + "'.";
    }

    private static WormholeException trouble(String message, String hint) {
        return new WormholeException(ErrorCode.USAGE, message).withHint(hint);
    }
}
