package wormhole.shell;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import wormhole.engine.CodePrompt;
import wormhole.engine.plugin.PluginRegistry;
import wormhole.shell.batch.BatchCommand;
import wormhole.shell.cli.CommandHost;
import wormhole.shell.cli.EnvironmentSource;
import wormhole.shell.cli.GlobalOptions;
import wormhole.shell.cli.LineParser;
import wormhole.shell.cli.ParsedLine;
import wormhole.shell.command.Clients;
import wormhole.shell.command.CodeArguments;
import wormhole.shell.command.NewPlugins;
import wormhole.shell.command.PluginCommands;
import wormhole.shell.command.PluginNames;
import wormhole.shell.config.ConfigCommands;
import wormhole.shell.config.ConfigPlaces;
import wormhole.shell.config.Configuration;
import wormhole.shell.console.CodeQuestion;
import wormhole.shell.interactive.ShellCommand;
import wormhole.shell.manual.CompletionCommand;
import wormhole.shell.timing.TimingInterface;
import wormhole.spi.Command;
import wormhole.spi.OptionValues;
import wormhole.spi.UserInterface;
import wormhole.spi.WormholeException;

/** Reads and runs command lines: the one of the process, and those of scripts. */
final class Host implements CommandHost {
    private final Surroundings surroundings;
    private final Map<String, String> environment;
    private final Clients clients;
    private final Configuration configuration;
    private final CommandTable table;
    private final LineParser parser;
    private final PluginNames pluginNames;

    /**
     * A host.
     *
     * @param prompt how codes are asked for
     * @param more further commands of the program itself
     */
    Host(
            Surroundings surroundings,
            Map<String, String> environment,
            PluginRegistry plugins,
            CodePrompt prompt,
            boolean colours,
            List<Command> more)
            throws WormholeException {
        this.surroundings = surroundings;
        this.environment = environment;
        this.clients = new Clients(plugins, prompt);
        this.configuration = Configuration.load(ConfigPlaces.of(environment, surroundings.directory()));
        NewPlugins fresh = new NewPlugins();
        this.pluginNames = new PluginNames(plugins, fresh);
        this.table = CommandTable.of(plugins, clients, surroundings, fresh, ownCommands(plugins, fresh, more));
        this.parser = table.parser(colours);
    }

    /** Those that need to know the other commands. */
    private List<Command> ownCommands(PluginRegistry plugins, NewPlugins fresh, List<Command> more) {
        List<Command> own = new ArrayList<>(List.of(new BatchCommand(this)));
        own.addAll(PluginCommands.of(plugins, surroundings.pluginFolders(), fresh));
        own.add(new CompletionCommand(() -> table.commands()));
        own.addAll(ConfigCommands.of(configuration, () -> table.commands()));
        own.addAll(more);
        return own;
    }

    /** A host with the commands of plugins. */
    static Host with(
            Surroundings surroundings,
            Map<String, String> environment,
            PluginRegistry plugins,
            boolean colours,
            BooleanSupplier stopping)
            throws WormholeException {
        Command shell = new ShellCommand(
                (more, look) -> new ShellProgram(plugins, surroundings, environment, more, look),
                surroundings.terminals(),
                stopping);
        CodePrompt prompt = new CodeQuestion(surroundings.terminals(), surroundings.keyboard());
        return new Host(surroundings, environment, plugins, prompt, colours, List.of(shell));
    }

    List<String> pluginNames() {
        return pluginNames.all();
    }

    List<Command> commands() {
        return table.commands();
    }

    /** Reads the command line of the process. */
    ParsedLine parse(List<String> words) throws WormholeException {
        boolean person = surroundings.terminals().canAsk();
        return parser.parse(
                person ? parser.orElse("shell", words) : words,
                List.of(new EnvironmentSource(environment), configuration));
    }

    @Override
    public ParsedLine parse(List<String> words, OptionValues inherited, Map<String, String> variables)
            throws WormholeException {
        return parser.parse(
                words,
                List.of(
                        new EnvironmentSource(RelayVariable.sorted(new HashMap<>(variables))),
                        (command, option) -> GlobalOptions.cover(option)
                                ? Optional.of(inherited.all(option.key())).filter(values -> !values.isEmpty())
                                : Optional.empty(),
                        new EnvironmentSource(environment),
                        configuration));
    }

    @Override
    public void run(ParsedLine.Run run, UserInterface ui) throws WormholeException {
        CodeArguments.check(run.command().spec(), run.values());
        // What is wrong with the configuration must not keep people from mending it.
        if (run.command().spec().name().startsWith("config")) {
            runInTime(run, ui);
            return;
        }
        configuration.check(table.commands(), table.isComplete());
        Optional<Path> timing = run.values().path(GlobalOptions.DUMP_TIMING.key());
        if (timing.isEmpty()) {
            runInTime(run, ui);
            return;
        }
        TimingInterface.checkPlace(timing.get());
        TimingInterface timed = new TimingInterface(ui, run.command().spec().name(), Clock.systemUTC());
        try {
            runInTime(run, timed);
        } finally {
            timed.write(timing.get());
        }
    }

    private void runInTime(ParsedLine.Run run, UserInterface ui) throws WormholeException {
        OptionValues values = run.values();
        HostInvocation invocation =
                new HostInvocation(values, ui, surroundings.directory(), surroundings.input(), clients);
        Optional<Duration> limit = values.duration(GlobalOptions.TIMEOUT.key());
        if (limit.isPresent()) {
            TimeLimit.run(limit.get(), () -> run.command().run(invocation));
        } else {
            run.command().run(invocation);
        }
    }
}
