package wormhole.shell.cli;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model;
import wormhole.spi.Command;
import wormhole.spi.CommandSpec;
import wormhole.spi.Option;

/**
 * The commands as a parser; a name of two words becomes a command within a command. Its model of a command takes a moment to
 * make, of all of them a tenth of a short transfer, so it is made of those that are asked for. Used by one thread at a time.
 */
public final class CommandTree {
    private static final CommandSpec PROGRAM = CommandSpec.named(
                    "wormhole", "Sends text, files and directories to another computer, safely, by a short code")
            .example("wormhole send photo.jpg  # shows a code; tell it to the other person")
            .example("wormhole receive 7-crossover-clockwork  # on the other computer")
            .example("wormhole help send");

    private final Collection<Command> commands;
    private @Nullable CommandLine root;

    private CommandTree(Collection<Command> commands) {
        this.commands = commands;
    }

    public static CommandTree of(Collection<Command> commands) {
        return new CommandTree(List.copyOf(commands));
    }

    /** With all commands. */
    CommandLine root() {
        CommandLine all = root;
        if (all == null) {
            all = root(commands);
            root = all;
        }
        return all;
    }

    /** With the commands that these words may mean, if there are any; otherwise with all. */
    CommandLine rootFor(List<String> words) {
        List<Command> meant =
                commands.stream().filter(command -> mayMean(command, words)).toList();
        return meant.isEmpty() ? root() : root(meant);
    }

    private static boolean mayMean(Command command, List<String> words) {
        CommandSpec spec = command.spec();
        String first = spec.name().split(" ", 2)[0];
        return words.contains(first) || spec.aliases().stream().anyMatch(words::contains);
    }

    private static CommandLine root(Collection<Command> commands) {
        CommandLine root = new CommandLine(node(PROGRAM, false));
        root.getCommandSpec()
                .addOption(Model.OptionSpec.builder("--version")
                        .description("Shows the version.")
                        .versionHelp(true)
                        .type(boolean.class)
                        .arity("0")
                        .build());
        commands.forEach(command -> add(root, command));
        root.getSubcommands().values().forEach(CommandTree::summarize);
        // These settings reach the subcommands only once they are there.
        return root.setExpandAtFiles(false).setOverwrittenOptionsAllowed(true).setInterpolateVariables(false);
    }

    /** Words that only lead to other commands say which. */
    private static void summarize(CommandLine group) {
        if (!(group.getCommandSpec().userObject() instanceof Command)) {
            String below = String.join(", ", group.getSubcommands().keySet());
            group.getCommandSpec().usageMessage().header("Its commands: " + below);
        }
    }

    private static void add(CommandLine root, Command command) {
        String[] words = command.spec().name().split(" ", -1);
        CommandLine parent = root;
        for (int i = 0; i < words.length - 1; i++) {
            parent = group(parent, words[i]);
        }
        String name = words[words.length - 1];
        CommandLine node = new CommandLine(node(command));
        parent.addSubcommand(name, node, command.spec().aliases().toArray(String[]::new));
    }

    private static CommandLine group(CommandLine parent, String name) {
        CommandLine existing = parent.getSubcommands().get(name);
        if (existing != null) {
            return existing;
        }
        CommandLine group = new CommandLine(node(CommandSpec.named(name, ""), true));
        parent.addSubcommand(name, group);
        return group;
    }

    private static Model.CommandSpec node(Command command) {
        CommandSpec spec = command.spec();
        Model.CommandSpec node = described(Model.CommandSpec.wrapWithoutInspection(command), spec);
        node.usageMessage().synopsisSubcommandLabel("[COMMAND]");
        spec.options().forEach(option -> node.addOption(OptionMapping.option(option, false)));
        for (int i = 0; i < spec.arguments().size(); i++) {
            node.addPositional(OptionMapping.argument(spec.arguments().get(i), i));
        }
        return withGlobalOptions(node, true);
    }

    private static Model.CommandSpec node(CommandSpec spec, boolean globalsHidden) {
        return withGlobalOptions(described(Model.CommandSpec.create(), spec), globalsHidden);
    }

    private static Model.CommandSpec described(Model.CommandSpec node, CommandSpec spec) {
        HelpText.describe(node, spec);
        String name = spec.name();
        return node.name(name.substring(name.lastIndexOf(' ') + 1));
    }

    /** Every level takes them, but only the program's own help lists them. */
    private static Model.CommandSpec withGlobalOptions(Model.CommandSpec node, boolean hidden) {
        for (Option option : GlobalOptions.ALL) {
            if (!node.optionsMap().containsKey(option.names().get(0))) {
                node.addOption(OptionMapping.option(option, hidden));
            }
        }
        return node.addOption(Model.OptionSpec.builder("--help", "-h")
                .description("Shows this help.")
                .usageHelp(true)
                .type(boolean.class)
                .arity("0")
                .build());
    }
}
