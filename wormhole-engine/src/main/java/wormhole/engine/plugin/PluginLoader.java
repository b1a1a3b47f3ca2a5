package wormhole.engine.plugin;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import wormhole.spi.Spi;
import wormhole.spi.WormholePlugin;
import wormhole.spi.text.TimeSpan;

/** Loads plugins from folders. A bad one becomes a problem and never stops the others. */
public final class PluginLoader {
    /** They load in a moment; on the slowest machine, in a second. */
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private static final SpiVersion HOST = SpiVersion.parse(Spi.VERSION).orElseThrow();

    /** Of all loaders together, since it is the program that a plugin can end. */
    private static final AtomicReference<@Nullable Path> LOADING = new AtomicReference<>();

    private final List<LoadedPlugin> plugins = new ArrayList<>();
    private final List<PluginProblem> problems = new ArrayList<>();
    private final Claims claims = new Claims();

    private final Duration limit;

    private PluginLoader(Duration limit) {
        this.limit = limit;
    }

    /**
     * Loads what stands in the folders, in their order and sorted within each. A folder that does not exist is an empty one.
     */
    public static PluginRegistry load(List<Path> folders) {
        return load(folders, LIMIT);
    }

    /** Loads with another limit to the time that each may take. */
    static PluginRegistry load(List<Path> folders, Duration limit) {
        PluginLoader loader = new PluginLoader(limit);
        folders.forEach(loader::loadFolder);
        return new PluginRegistry(loader.plugins, loader.problems);
    }

    /** The jar or folder whose code is running to be loaded: whoever ends the program just then. From any thread. */
    public static Optional<Path> loading() {
        return Optional.ofNullable(LOADING.get());
    }

    private void loadFolder(Path folder) {
        try {
            PluginSource.in(folder).forEach(this::loadSource);
        } catch (IOException e) {
            problem(folder, "cannot be read: " + e.getMessage(), "Check the permissions of the folder.");
        }
    }

    private void loadSource(PluginSource source) {
        try {
            Optional<PluginSource.Description> description = source.describe();
            if (description.isEmpty()) {
                problem(
                        source.path(),
                        "no jar says for which version of the SPI it was built",
                        "Add '" + Spi.VERSION_ATTRIBUTE + ": " + Spi.VERSION
                                + "' to the manifest of the plugin's jar.");
            } else if (fits(source, description.get().spiVersion())) {
                instantiate(source, description.get());
            }
        } catch (IOException | RuntimeException e) {
            problem(
                    source.path(),
                    "cannot be read: " + PluginFault.describe(e),
                    "Get the jar again; it may be damaged.");
        }
    }

    private boolean fits(PluginSource source, String wanted) {
        boolean fits = SpiVersion.parse(wanted).filter(HOST::runs).isPresent();
        if (!fits) {
            problem(
                    source.path(),
                    "was built for SPI version " + wanted + ", this program has " + HOST,
                    "Get a version of the plugin, or of this program, that fits.");
        }
        return fits;
    }

    /** Everything a stranger's class can throw while it is loaded ends here, and what does not end is given up. */
    private void instantiate(PluginSource source, PluginSource.Description description) {
        LOADING.set(source.path());
        Trial<List<LoadedPlugin>> trial = Trial.start("plugin " + source.path(), () -> read(source, description));
        Optional<Trial.Outcome<List<LoadedPlugin>>> outcome = trial.await(limit);
        LOADING.set(null);
        if (outcome.isPresent()) {
            finish(source, outcome.get());
        } else {
            problem(
                    source.path(),
                    "was not ready after " + TimeSpan.of(limit),
                    "It waits or works for too long when it is loaded. " + PluginProblem.OUT);
        }
    }

    private void finish(PluginSource source, Trial.Outcome<List<LoadedPlugin>> outcome) {
        if (outcome.failure() != null) {
            failed(source, outcome.failure());
        } else if (outcome.value() == null || outcome.value().isEmpty()) {
            problem(
                    source.path(),
                    "names no plugin class",
                    "Add the class name to META-INF/services/" + WormholePlugin.class.getName() + ".");
        } else {
            outcome.value().forEach(plugin -> register(source, plugin));
        }
    }

    private void failed(PluginSource source, Throwable failure) {
        String what = "failed to load: " + PluginFault.describe(failure);
        if (failure instanceof NoClassDefFoundError) {
            problem(
                    source.path(),
                    what,
                    "A class is missing: put the plugin's jar and its libraries into a folder of their own.");
        } else if (failure instanceof PluginClassLoader.ForbiddenExit) {
            problem(
                    source.path(),
                    what,
                    "A plugin fails by a WormholeException; what is a library's belongs into a jar beside it. "
                            + PluginProblem.OUT);
        } else {
            problem(source.path(), what, PluginProblem.OUT);
        }
    }

    private static List<LoadedPlugin> read(PluginSource source, PluginSource.Description description)
            throws IOException {
        ClassLoader loader =
                new PluginClassLoader(source.path().getFileName().toString(), urls(source), description.jar());
        List<LoadedPlugin> found = new ArrayList<>();
        for (WormholePlugin plugin : ServiceLoader.load(WormholePlugin.class, loader)) {
            found.add(LoadedPlugin.of(plugin, source, description.pluginVersion()));
        }
        return found;
    }

    private void register(PluginSource source, LoadedPlugin plugin) {
        Optional<Claims.Trouble> wrong = claims.claim(plugin);
        if (wrong.isPresent()) {
            problem(source.path(), wrong.get().what(), wrong.get().cure());
        } else {
            plugins.add(plugin);
        }
    }

    private static URL[] urls(PluginSource source) throws MalformedURLException {
        URL[] urls = new URL[source.jars().size()];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = source.jars().get(i).toUri().toURL();
        }
        return urls;
    }

    private void problem(Path source, String what, String cure) {
        problems.add(new PluginProblem(source, what, cure));
    }
}
