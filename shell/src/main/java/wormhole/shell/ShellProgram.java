package wormhole.shell;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import wormhole.engine.ClientSettings;
import wormhole.engine.WormholeSettings;
import wormhole.engine.plugin.PluginRegistry;
import wormhole.shell.cli.ParsedLine;
import wormhole.shell.command.Clients;
import wormhole.shell.console.CodeQuestion;
import wormhole.shell.console.Style;
import wormhole.shell.console.Terminals;
import wormhole.shell.interactive.NoInput;
import wormhole.shell.interactive.ShellHost;
import wormhole.spi.Command;
import wormhole.spi.OptionValues;
import wormhole.spi.UserInterface;
import wormhole.spi.WormholeException;

/** The program as the interactive shell sees it: the same commands, without a command line of their own. */
final class ShellProgram implements ShellHost {
    private final Host host;
    private final Map<String, String> environment;
    private final Path directory;
    private final boolean colours;

    ShellProgram(
            PluginRegistry plugins,
            Surroundings surroundings,
            Map<String, String> environment,
            List<Command> more,
            Look look)
            throws WormholeException {
        Terminals terminals = look.terminal() ? new Terminals(true, true, true) : Terminals.NONE;
        this.environment = environment;
        this.directory = surroundings.directory();
        this.colours = look.terminal()
                && look.colours()
                && environment.getOrDefault("NO_COLOR", "").isEmpty();
        // The keyboard belongs to the prompt: a code is asked for like anything else, and waits.
        this.host = new Host(
                surroundings.with(terminals, new NoInput()),
                environment,
                plugins,
                new CodeQuestion(Terminals.NONE, surroundings.keyboard()),
                false,
                more);
    }

    @Override
    public List<Command> commands() {
        return host.commands();
    }

    @Override
    public List<String> plugins() {
        return host.pluginNames();
    }

    @Override
    public ParsedLine parse(List<String> words, OptionValues inherited, Map<String, String> variables)
            throws WormholeException {
        return host.parse(words, inherited, variables);
    }

    @Override
    public void run(ParsedLine.Run run, UserInterface ui) throws WormholeException {
        host.run(run, ui);
    }

    @Override
    public String describe(WormholeException failure, boolean verbose) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(text, true, StandardCharsets.UTF_8);
        new ErrorReport(stream, new Style(colours), verbose).show(failure);
        return text.toString(StandardCharsets.UTF_8).stripTrailing();
    }

    @Override
    public WormholeSettings settings(ParsedLine.Run run) throws WormholeException {
        ClientSettings settings = Clients.settings(run.values());
        return WormholeSettings.forApp(settings.appId()).withMailboxServer(settings.mailboxServer());
    }

    @Override
    public boolean colours() {
        return colours;
    }

    @Override
    public Map<String, String> environment() {
        return environment;
    }

    @Override
    public Path directory() {
        return directory;
    }
}
