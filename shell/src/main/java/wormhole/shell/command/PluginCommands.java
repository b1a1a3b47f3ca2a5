package wormhole.shell.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import wormhole.engine.plugin.LoadedPlugin;
import wormhole.engine.plugin.PluginProblem;
import wormhole.engine.plugin.PluginRegistry;
import wormhole.shell.cli.GlobalOptions;
import wormhole.shell.cli.Nearest;
import wormhole.spi.Argument;
import wormhole.spi.Command;
import wormhole.spi.CommandSpec;
import wormhole.spi.ErrorCode;
import wormhole.spi.Invocation;
import wormhole.spi.Option;
import wormhole.spi.WormholeException;
import wormhole.spi.text.Printable;

/** The commands that tell of one plugin, bring one in, and take one out. */
public final class PluginCommands {
    private final PluginRegistry plugins;
    private final List<Path> folders;

    private final NewPlugins fresh;

    private PluginCommands(PluginRegistry plugins, List<Path> folders, NewPlugins fresh) {
        this.plugins = plugins;
        this.fresh = fresh;
        this.folders = List.copyOf(folders);
    }

    /**
     * All of them.
     *
     * @param folders where plugins are, the person's own last
     * @param fresh gets to know what is installed
     */
    public static List<Command> of(PluginRegistry plugins, List<Path> folders, NewPlugins fresh) {
        PluginCommands all = new PluginCommands(plugins, folders, fresh);
        return List.of(
                new SimpleCommand(
                        CommandSpec.named("plugins info", "Tell all about a plugin")
                                .taking(Argument.required(
                                        "ID", Argument.Kind.PLUGIN, "Which one; for a broken one, its file's name.")),
                        all::info),
                new SimpleCommand(
                        CommandSpec.named("plugins install", "Put a plugin where it is found")
                                .describedBy(
                                        "Into your own plugin folder, or into that of --plugins DIR. A plugin for another"
                                                + " version of the SPI, or one whose names are taken, is refused, and nothing"
                                                + " is changed.")
                                .taking(Argument.required("JAR", Argument.Kind.PATH, "The plugin's jar."))
                                .example("wormhole plugins install chat.jar"),
                        all::install),
                new SimpleCommand(
                        CommandSpec.named("plugins remove", "Delete a plugin that was installed")
                                .taking(Argument.required(
                                        "ID", Argument.Kind.PLUGIN, "Which one; for a broken one, its file's name.")),
                        all::remove));
    }

    private void info(Invocation invocation) throws WormholeException {
        String id = id(invocation);
        PluginRegistry opened = plugins.opened();
        Optional<LoadedPlugin> found = find(id, opened);
        Optional<PluginProblem> problem = problem(id, opened).or(() -> fresh.named(id));
        if (found.isEmpty() && problem.isPresent()) {
            tell(problem.get(), invocation);
            return;
        }
        LoadedPlugin plugin = found.orElseThrow(() -> unknown(id));
        if (invocation.options().flag(GlobalOptions.JSON.key())) {
            invocation.ui().tell(PluginsCommand.event(plugin));
            return;
        }
        List<String> lines = new ArrayList<>();
        lines.add(plugin.id() + " " + Printable.line(plugin.version()));
        if (!plugin.description().isEmpty()) {
            lines.add(Printable.line(plugin.description()));
        }
        lines.add("From " + Printable.line(plugin.source().toString()));
        plugin.offerTypes().forEach(type -> lines.add("Offer type " + type.key()));
        plugin.transitMethods().forEach(method -> lines.add("Transit method " + method.type()));
        plugin.applications()
                .forEach(application ->
                        lines.add("Application " + application.id() + ", " + Printable.line(application.appId())));
        plugin.hostedServices()
                .forEach(service -> lines.add("Service " + service.id() + ": " + Printable.line(service.summary())));
        plugin.commands()
                .forEach(command -> lines.add("Command 'wormhole "
                        + command.spec().name() + "': "
                        + Printable.line(command.spec().summary())));
        Listing.write(invocation.ui().output(), lines);
    }

    private static void tell(PluginProblem problem, Invocation invocation) throws WormholeException {
        if (invocation.options().flag(GlobalOptions.JSON.key())) {
            invocation.ui().tell(PluginsCommand.event(problem));
        } else {
            Listing.write(invocation.ui().output(), PluginsCommand.lines(problem));
        }
    }

    private static Optional<LoadedPlugin> find(String id, PluginRegistry among) {
        return among.plugins().stream().filter(plugin -> plugin.id().equals(id)).findFirst();
    }

    /** What is wrong with a broken one, which is known by its file's name, and by its id if it was well once. */
    private Optional<PluginProblem> problem(String id, PluginRegistry among) {
        Optional<Path> source = find(id, plugins).map(LoadedPlugin::source);
        return among.problems().stream()
                .filter(broken -> isNamed(broken.source(), id)
                        || source.filter(broken.source()::equals).isPresent())
                .findFirst();
    }

    private WormholeException unknown(String id) {
        TreeSet<String> known = new TreeSet<>();
        plugins.plugins().forEach(plugin -> known.add(plugin.id()));
        return new WormholeException(ErrorCode.USAGE, "there is no plugin '" + id + "'")
                .withHint(Nearest.to(id, known)
                                .map(near -> "Did you mean " + near + "? ")
                                .orElse("") + "See 'wormhole plugins'.");
    }

    private static String id(Invocation invocation) {
        return invocation.options().text("id").orElseThrow();
    }

    private void install(Invocation invocation) throws WormholeException {
        Path jar = invocation.options().path("jar").orElseThrow();
        Path own = own(invocation);
        LoadedPlugin installed = new PluginFolder(own).install(jar, folders);
        fresh.add(installed.id(), own.resolve(jar.getFileName()));
        Listing.write(
                invocation.ui().output(),
                List.of("Installed " + installed.id() + " " + Printable.line(installed.version()) + ". "
                        + NewPlugins.FROM_WHEN));
    }

    private void remove(Invocation invocation) throws WormholeException {
        String id = id(invocation);
        Path source = find(id, plugins)
                .map(LoadedPlugin::source)
                .or(() -> problem(id, plugins).map(PluginProblem::source))
                .or(() -> fresh.named(id).map(PluginProblem::source))
                .orElseThrow(() -> unknown(id));
        new PluginFolder(own(invocation)).remove(source);
        fresh.remove(source);
        Listing.write(invocation.ui().output(), List.of("Removed " + String.join(" and ", all(id, source)) + "."));
    }

    /** One jar can hold several, which go together. */
    private List<String> all(String id, Path source) {
        List<String> all = new ArrayList<>(List.of(id));
        plugins.plugins().stream()
                .filter(plugin -> plugin.source().equals(source) && !plugin.id().equals(id))
                .forEach(plugin -> all.add(plugin.id()));
        return all;
    }

    static boolean isNamed(Path source, String id) {
        String name = source.getFileName().toString();
        return name.equals(id) || name.equals(id + ".jar");
    }

    private Path own(Invocation invocation) throws WormholeException {
        Option option = GlobalOptions.PLUGINS;
        if (invocation.options().path(option.key()).isPresent()) {
            return invocation.options().path(option.key()).get();
        }
        if (folders.isEmpty()) {
            throw new WormholeException(ErrorCode.USAGE, "there is no plugin folder")
                    .withHint("Give one with --plugins DIR.");
        }
        return folders.get(folders.size() - 1);
    }
}
