package wormhole.shell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import wormhole.engine.ClientVersion;
import wormhole.engine.plugin.PluginLoader;
import wormhole.engine.plugin.SlowPlugins;
import wormhole.shell.cli.GlobalOptions;
import wormhole.shell.cli.ParsedLine;
import wormhole.shell.command.Listing;
import wormhole.shell.config.ConfigPlaces;
import wormhole.shell.console.ConsoleInterface;
import wormhole.shell.console.Style;
import wormhole.shell.console.TerminalAbilities;
import wormhole.shell.json.JsonInterface;
import wormhole.spi.Command;
import wormhole.spi.ErrorCode;
import wormhole.spi.Event;
import wormhole.spi.Option;
import wormhole.spi.OptionValues;
import wormhole.spi.UserInterface;
import wormhole.spi.WormholeException;

/** One run of the program: loads plugins, reads the command line, runs the command, says what went wrong. */
public final class Program {
    private final Surroundings surroundings;
    private final Map<String, String> environment;
    private final BooleanSupplier stopping;

    /** A run that ends by itself. */
    public Program(Surroundings surroundings) {
        this(surroundings, () -> false);
    }

    /**
     * A run that may be stopped.
     *
     * @param stopping whether the system wants the program to stop; its thread is then interrupted
     */
    Program(Surroundings surroundings, BooleanSupplier stopping) {
        this.stopping = stopping;
        this.surroundings = surroundings;
        this.environment = RelayVariable.sorted(surroundings.environment());
    }

    /** All commands that there are in these surroundings. */
    static List<Command> commands(Surroundings surroundings) throws IOException {
        try {
            return Host.with(
                            surroundings,
                            surroundings.environment(),
                            PluginLoader.load(surroundings.pluginFolders()),
                            false,
                            () -> false)
                    .commands();
        } catch (WormholeException e) {
            throw new IOException(e.getMessage(), e);
        }
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
    int fail(WormholeException failure, List<String> words) {
        if (!named(GlobalOptions.JSON, words) || !toldAsEvent(failure)) {
            boolean plain = named(GlobalOptions.NO_COLOR, words);
            Style style = new Style(!plain && coloursOn(surroundings.terminals().error()));
            new ErrorReport(surroundings.error(), style, named(GlobalOptions.VERBOSE, words)).show(failure);
        }
        return ExitCode.of(failure.code());
    }

    private boolean toldAsEvent(WormholeException failure) {
        JsonInterface json = new JsonInterface(surroundings.output(), surroundings.input(), Clock.systemUTC());
        json.fail(failure);
        try {
            json.check();
            return true;
        } catch (WormholeException nobodyReads) {
            return false;
        }
    }

    private static boolean named(Option flag, List<String> words) {
        int end = words.indexOf("--");
        return (end < 0 ? words : words.subList(0, end)).contains(flag.names().get(0));
    }

    private boolean coloursOn(boolean terminal) {
        return terminal && environment.getOrDefault("NO_COLOR", "").isEmpty();
    }

    private void dispatch(List<String> words) throws WormholeException {
        SlowPlugins slow = PluginFolders.slow(environment);
        Host host = Host.with(
                surroundings,
                withEarlyOptions(words),
                PluginLoader.load(folders(words), slow, PluginFolders.index(System.getProperties(), environment)),
                coloursOn(surroundings.terminals().output()),
                stopping);
        ParsedLine line = host.parse(words);
        if (line instanceof ParsedLine.Help help) {
            print(help.text(), words);
        } else if (line instanceof ParsedLine.Version) {
            print("wormhole " + ClientVersion.text() + "\n", words);
        } else if (line instanceof ParsedLine.Run run) {
            execute(run, host, slow.found());
        }
    }

    /** What says where the configuration is, is needed before the line can be parsed. */
    private Map<String, String> withEarlyOptions(List<String> words) {
        Map<String, String> all = new HashMap<>(environment);
        EarlyOption.value(GlobalOptions.CONFIG, words).ifPresent(file -> all.put(ConfigPlaces.FILE_VARIABLE, file));
        EarlyOption.value(GlobalOptions.PROFILE, words).ifPresent(name -> all.put(ConfigPlaces.PROFILE_VARIABLE, name));
        return all;
    }

    private List<Path> folders(List<String> words) {
        List<Path> folders = new ArrayList<>(surroundings.pluginFolders());
        PluginFolders.named(words)
                .ifPresent(named -> folders.add(surroundings.directory().resolve(named)));
        return folders;
    }

    /** A program that asked for events gets nothing else. */
    private void print(String text, List<String> words) throws WormholeException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (named(GlobalOptions.JSON, words)) {
            JsonInterface json = new JsonInterface(surroundings.output(), surroundings.input(), Clock.systemUTC());
            Listing.write(json.output(), bytes);
            json.check();
        } else {
            Listing.write(surroundings.output(), bytes);
        }
    }

    private void execute(ParsedLine.Run run, Host host, List<Path> slow) throws WormholeException {
        if (run.values().flag(GlobalOptions.JSON.key())) {
            JsonInterface json = new JsonInterface(surroundings.output(), surroundings.input(), Clock.systemUTC());
            warn(slow, json);
            host.run(run, json);
            json.check();
        } else {
            UserInterface console = console(run.values());
            warn(slow, console);
            host.run(run, console);
        }
    }

    /** Why it took so long. */
    private static void warn(List<Path> slow, UserInterface ui) {
        for (Path plugin : slow) {
            ui.tell(Event.note("The plugin " + plugin + " did not get ready and is left out from now on."
                            + " See 'wormhole plugins'.")
                    .at(Event.Level.WARNING));
        }
    }

    private ConsoleInterface console(OptionValues values) {
        return new ConsoleInterface(
                surroundings.output(),
                surroundings.error(),
                surroundings.terminals(),
                TerminalAbilities.of(environment, !values.flag(GlobalOptions.NO_COLOR.key()) && coloursOn(true)),
                surroundings.keyboard(),
                GlobalOptions.leastLevel(values));
    }
}
