package wormhole.shell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import wormhole.engine.plugin.LoadedPlugin;
import wormhole.engine.plugin.PluginProblem;
import wormhole.engine.plugin.PluginRegistry;
import wormhole.shell.cli.GlobalOptions;
import wormhole.spi.Application;
import wormhole.spi.Command;
import wormhole.spi.CommandSpec;
import wormhole.spi.Event;
import wormhole.spi.HostedService;
import wormhole.spi.Invocation;
import wormhole.spi.OfferType;
import wormhole.spi.Option;
import wormhole.spi.TransitMethod;
import wormhole.spi.WormholeException;
import wormhole.spi.text.Printable;

/** Lists the plugins in use, what each can do, and what could not be used and why. */
public final class PluginsCommand implements Command {
    /** What completions ask for at each Tab. */
    public static final Option NAMES = Option.flag(
            "Lists nothing but the names, one a line, as they are known without opening a plugin.", "--names");

    private static final List<String> HEADINGS = List.of("PLUGIN", "VERSION", "CAN DO", "FROM");

    private final String name;
    private final PluginRegistry plugins;
    private final List<PluginProblem> unusedCommands;
    private final NewPlugins fresh;

    /**
     * The command under one of its names.
     *
     * @param unusedCommands of plugins that are in use; read when the command runs
     * @param fresh what is not in use yet; read when the command runs
     */
    public PluginsCommand(String name, PluginRegistry plugins, List<PluginProblem> unusedCommands, NewPlugins fresh) {
        this.fresh = fresh;
        this.name = name;
        this.plugins = plugins;
        this.unusedCommands = unusedCommands;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.named(name, "List the plugins and what they can do").with(NAMES);
    }

    @Override
    public void run(Invocation invocation) throws WormholeException {
        if (invocation.options().flag(NAMES.key())) {
            Listing.write(invocation.ui().output(), new PluginNames(plugins, fresh).all());
            return;
        }
        PluginRegistry opened = plugins.opened();
        List<PluginProblem> problems = new ArrayList<>(opened.problems());
        problems.addAll(unusedCommands);
        problems.addAll(fresh.all());
        if (invocation.options().flag(GlobalOptions.JSON.key())) {
            opened.plugins().forEach(plugin -> invocation.ui().tell(event(plugin)));
            problems.forEach(problem -> invocation.ui().tell(event(problem)));
        } else {
            list(opened.plugins(), problems, invocation);
        }
    }

    static Event event(LoadedPlugin plugin) {
        return Event.named("plugin")
                .with("id", plugin.id())
                .with("version", plugin.version())
                .with("description", plugin.description())
                .with("offers", names(plugin.offerTypes(), OfferType::key))
                .with("applications", names(plugin.applications(), Application::id))
                .with("transits", names(plugin.transitMethods(), TransitMethod::type))
                .with("services", names(plugin.hostedServices(), HostedService::id))
                .with(
                        "commands",
                        names(plugin.commands(), command -> command.spec().name()))
                .with("path", plugin.source().toString());
    }

    static Event event(PluginProblem problem) {
        return Event.named("plugin-problem")
                .with("path", problem.source().toString())
                .with("problem", problem.what())
                .with("cure", problem.cure());
    }

    private static void list(List<LoadedPlugin> plugins, List<PluginProblem> problems, Invocation invocation)
            throws WormholeException {
        List<List<String>> rows = new ArrayList<>(List.of(HEADINGS));
        plugins.forEach(plugin -> rows.add(row(plugin)));
        List<String> lines = new Table(rows).lines();
        for (PluginProblem problem : problems) {
            lines.add("");
            lines.addAll(lines(problem));
        }
        Listing.write(invocation.ui().output(), lines);
    }

    static List<String> lines(PluginProblem problem) {
        return List.of(
                "Not in use: " + Printable.line(problem.source().toString()),
                "  " + Printable.line(problem.what()),
                "  " + Printable.line(problem.cure()));
    }

    private static List<String> row(LoadedPlugin plugin) {
        return List.of(
                plugin.id(),
                Printable.line(plugin.version()),
                String.join("; ", abilities(plugin)),
                Printable.line(plugin.source().toString()));
    }

    private static List<String> abilities(LoadedPlugin plugin) {
        List<String> abilities = new ArrayList<>();
        add(abilities, "offer", plugin.offerTypes(), OfferType::key);
        add(abilities, "application", plugin.applications(), Application::id);
        add(abilities, "transit", plugin.transitMethods(), TransitMethod::type);
        add(abilities, "service", plugin.hostedServices(), HostedService::id);
        add(abilities, "command", plugin.commands(), command -> command.spec().name());
        return abilities;
    }

    private static <T> void add(List<String> abilities, String kind, List<T> some, Function<T, String> name) {
        if (!some.isEmpty()) {
            abilities.add(kind + " " + String.join(", ", names(some, name)));
        }
    }

    private static <T> List<String> names(List<T> some, Function<T, String> name) {
        return some.stream().map(name).toList();
    }
}
