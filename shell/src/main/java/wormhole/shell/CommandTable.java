package wormhole.shell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wormhole.engine.plugin.LoadedPlugin;
import wormhole.engine.plugin.PluginProblem;
import wormhole.engine.plugin.PluginRegistry;
import wormhole.shell.cli.CommandTree;
import wormhole.shell.cli.GlobalOptions;
import wormhole.shell.cli.LineParser;
import wormhole.shell.command.Clients;
import wormhole.shell.command.DemoCommand;
import wormhole.shell.command.HelpCommand;
import wormhole.shell.command.NewPlugins;
import wormhole.shell.command.PluginsCommand;
import wormhole.shell.command.ReceiveCommand;
import wormhole.shell.command.SendCommand;
import wormhole.shell.command.ServerCommand;
import wormhole.shell.console.Background;
import wormhole.shell.timing.TimelineCommand;
import wormhole.spi.Command;
import wormhole.spi.CommandSpec;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;

/** All commands there are: the program's own, and those of plugins as long as they take nobody's name. */
final class CommandTable {
    private final Surroundings surroundings;
    private final List<Command> commands = new ArrayList<>();
    private final Map<String, Command> ownerByWord = new HashMap<>();
    /** Commands of plugins that are in use otherwise. */
    private final List<PluginProblem> unused = new ArrayList<>();

    private final boolean allPluginsInUse;
    private @Nullable LineParser parser;

    private CommandTable(Surroundings surroundings, boolean allPluginsInUse) {
        this.surroundings = surroundings;
        this.allPluginsInUse = allPluginsInUse;
    }

    /**
     * The table.
     *
     * @param fresh plugins that are not in use yet
     * @param more further commands of the program itself
     */
    static CommandTable of(
            PluginRegistry plugins, Clients clients, Surroundings surroundings, NewPlugins fresh, List<Command> more) {
        CommandTable table = new CommandTable(surroundings, plugins.problems().isEmpty());
        table.addBuiltIn(new SendCommand(
                clients,
                plugins.hostedServices(),
                surroundings.terminals(),
                Background.of(surroundings.environment())));
        table.addBuiltIn(new ReceiveCommand(clients, surroundings.terminals()));
        table.addBuiltIn(new ServerCommand(plugins.hostedServices()));
        table.addBuiltIn(new DemoCommand(plugins.hostedServices()));
        table.addBuiltIn(new PluginsCommand("plugins", plugins, table.unused, fresh));
        table.addBuiltIn(new PluginsCommand("plugins list", plugins, table.unused, fresh));
        table.addBuiltIn(new TimelineCommand());
        table.addBuiltIn(new HelpCommand(words -> table.help(words)));
        more.forEach(table::addBuiltIn);
        plugins.plugins().forEach(table::addAll);
        return table;
    }

    private void addBuiltIn(Command command) {
        firstWords(command.spec()).forEach(word -> ownerByWord.put(word, command));
        commands.add(command);
    }

    private void addAll(LoadedPlugin plugin) {
        for (Command command : plugin.commands()) {
            Set<String> taken = new HashSet<>(ownerByWord.keySet());
            taken.retainAll(firstWords(command.spec()).toList());
            Optional<String> option = programsOption(command.spec());
            if (taken.isEmpty() && option.isEmpty()) {
                commands.add(command);
            } else if (taken.isEmpty()) {
                unused.add(new PluginProblem(
                        plugin.source(),
                        "its command '" + command.spec().name() + "' is not in use: its option " + option.get()
                                + " is one of the program's own",
                        "Tell the plugin's author."));
            } else {
                unused.add(new PluginProblem(
                        plugin.source(),
                        "its command '" + command.spec().name() + "' is not in use: the program has one of that name",
                        "Tell the plugin's author."));
            }
        }
    }

    /** Help and version, and what every command takes, mean the same everywhere. */
    private static Optional<String> programsOption(CommandSpec spec) {
        Stream<String> everywhere = Stream.concat(
                Stream.of("--help", "-h", "--version"),
                GlobalOptions.ALL.stream().flatMap(option -> option.names().stream()));
        Set<String> programs = everywhere.collect(Collectors.toSet());
        return spec.options().stream()
                .flatMap(option -> option.names().stream())
                .filter(programs::contains)
                .findFirst();
    }

    private static Stream<String> firstWords(CommandSpec spec) {
        int space = spec.name().indexOf(' ');
        return space < 0
                ? Stream.concat(Stream.of(spec.name()), spec.aliases().stream())
                : Stream.of(spec.name().substring(0, space));
    }

    /** Whether no plugin is left out. */
    boolean isComplete() {
        return allPluginsInUse && unused.isEmpty();
    }

    List<Command> commands() {
        return List.copyOf(commands);
    }

    /** The parser for all commands; made once. */
    LineParser parser(boolean colours) {
        LineParser made = new LineParser(
                CommandTree.of(commands),
                surroundings.directory(),
                colours,
                isComplete() ? "" : "Some plugins are not in use; 'wormhole plugins' tells why.");
        parser = made;
        return made;
    }

    private String help(List<String> words) throws WormholeException {
        if (parser == null) {
            throw new WormholeException(ErrorCode.INTERNAL, "help was asked for before there were commands");
        }
        return parser.help(words);
    }
}
