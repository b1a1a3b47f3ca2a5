package wormhole.shell;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import wormhole.engine.ClientVersion;
import wormhole.engine.plugin.PluginLoader;
import wormhole.engine.plugin.PluginRegistry;
import wormhole.shell.cli.GlobalOptions;
import wormhole.shell.cli.LineParser;
import wormhole.shell.cli.ParsedLine;
import wormhole.shell.command.Clients;
import wormhole.shell.command.Listing;
import wormhole.shell.console.CodeQuestion;
import wormhole.shell.console.ConsoleInterface;
import wormhole.shell.console.Style;
import wormhole.spi.ErrorCode;
import wormhole.spi.Event;
import wormhole.spi.OptionValues;
import wormhole.spi.WormholeException;

/** One run of the program: loads plugins, reads the command line, runs the command, says what went wrong. */
public final class Program {
    private final Surroundings surroundings;
    private final Map<String, String> environment;

    public Program(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.environment = RelayVariable.sorted(surroundings.environment());
    }

    /** Runs a command line; returns the exit status. */
    public int run(List<String> words) {
        try {
            dispatch(words);
            return ExitCode.DONE;
        } catch (WormholeException e) {
            return fail(e, words);
        } catch (RuntimeException | LinkageError | OutOfMemoryError | StackOverflowError e) {
            return fail(new WormholeException(ErrorCode.INTERNAL, "a fault of this program: " + e, e), words);
        }
    }

    /** The words are looked at again, since the line may be what is wrong. */
    private int fail(WormholeException failure, List<String> words) {
        boolean plain = words.contains(GlobalOptions.NO_COLOR.names().get(0));
        boolean verbose = words.contains(GlobalOptions.VERBOSE.names().get(0));
        Style style = new Style(!plain && coloursOn(surroundings.terminals().error()));
        new ErrorReport(surroundings.error(), style, verbose).show(failure);
        return ExitCode.of(failure.code());
    }

    private boolean coloursOn(boolean terminal) {
        return terminal && environment.getOrDefault("NO_COLOR", "").isEmpty();
    }

    private void dispatch(List<String> words) throws WormholeException {
        PluginRegistry plugins = PluginLoader.load(folders(words));
        Clients clients = new Clients(plugins, new CodeQuestion(surroundings.terminals(), surroundings.keyboard()));
        CommandTable table = CommandTable.of(plugins, clients, surroundings);
        LineParser parser =
                table.parser(environment, coloursOn(surroundings.terminals().output()));
        ParsedLine line = parser.parse(words);
        if (line instanceof ParsedLine.Help help) {
            print(help.text());
        } else if (line instanceof ParsedLine.Version) {
            print("wormhole " + ClientVersion.text() + "\n");
        } else if (line instanceof ParsedLine.Run run) {
            execute(run, clients);
        }
    }

    private List<Path> folders(List<String> words) {
        List<Path> folders = new ArrayList<>(surroundings.pluginFolders());
        PluginFolders.named(words)
                .ifPresent(named -> folders.add(surroundings.directory().resolve(named)));
        return folders;
    }

    private void print(String text) throws WormholeException {
        Listing.write(surroundings.output(), text.getBytes(StandardCharsets.UTF_8));
    }

    private void execute(ParsedLine.Run run, Clients clients) throws WormholeException {
        OptionValues values = run.values();
        ConsoleInterface ui = new ConsoleInterface(
                surroundings.output(),
                surroundings.error(),
                surroundings.terminals(),
                surroundings.keyboard(),
                leastLevel(values));
        run.command().run(new HostInvocation(values, ui, surroundings.directory(), surroundings.input(), clients));
    }

    private static Event.Level leastLevel(OptionValues values) {
        if (values.flag(GlobalOptions.QUIET.key())) {
            return Event.Level.WARNING;
        }
        return values.flag(GlobalOptions.VERBOSE.key()) ? Event.Level.DETAIL : Event.Level.INFO;
    }
}
