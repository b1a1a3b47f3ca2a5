package wormhole.shell.command;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import wormhole.engine.plugin.LoadedPlugin;
import wormhole.engine.plugin.PluginProblem;
import wormhole.engine.plugin.PluginRegistry;
import wormhole.spi.text.Printable;

/** By what plugins can be named to {@code plugins info} and {@code plugins remove}: for whoever completes a line. */
public final class PluginNames {
    private final PluginRegistry plugins;
    private final NewPlugins fresh;

    /**
     * The names of some plugins.
     *
     * @param fresh what was installed since; read each time
     */
    public PluginNames(PluginRegistry plugins, NewPlugins fresh) {
        this.plugins = plugins;
        this.fresh = fresh;
    }

    /** All of them, sorted. Opens no plugin. */
    public List<String> all() {
        TreeSet<String> names = new TreeSet<>(fresh.ids());
        plugins.plugins().stream().map(LoadedPlugin::id).forEach(names::add);
        plugins.problems().stream()
                .map(PluginProblem::source)
                .map(Path::getFileName)
                .map(String::valueOf)
                // A line each, and nothing that a terminal would obey.
                .filter(name -> Printable.line(name).equals(name))
                .forEach(names::add);
        return List.copyOf(names);
    }
}
