package wormhole.engine.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.zip.ZipException;
import wormhole.spi.Spi;
import wormhole.spi.WormholePlugin;
import wormhole.spi.text.TimeSpan;

/** Loads plugins from folders. A bad one becomes a problem and never stops the others. */
public final class PluginLoader {
    /** They load in a moment; on the slowest machine, in a second. */
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private static final SpiVersion HOST = SpiVersion.parse(Spi.VERSION).orElseThrow();

    /** For what comes after one that did not get ready: the person has waited long enough. */
    private static final Duration SHORT_LIMIT = Duration.ofMillis(500);

    private final List<LoadedPlugin> plugins = new ArrayList<>();
    private final List<PluginProblem> problems = new ArrayList<>();
    private final List<Unopened> unopened = new ArrayList<>();
    private final Claims claims = new Claims();

    private final SlowPlugins slow;
    private final PluginIndex index;
    private Duration limit;

    private PluginLoader(SlowPlugins slow, PluginIndex index, Duration limit) {
        this.slow = slow;
        this.index = index;
        this.limit = limit;
    }

    /**
     * Loads what stands in the folders, in their order and sorted within each. A folder that does not exist is an empty one.
     */
    public static PluginRegistry load(List<Path> folders) {
        return load(folders, SlowPlugins.forgotten(), PluginIndex.none());
    }

    /**
     * Loads them, but does not wait for those that are known to be slow, and does not open those that the index knows before
     * they are used. Both learn what is found.
     */
    public static PluginRegistry load(List<Path> folders, SlowPlugins slow, PluginIndex index) {
        PluginRegistry registry = load(folders, slow, index, LIMIT);
        index.save();
        return registry;
    }

    /** Loads with another limit to the time that each may take. */
    static PluginRegistry load(List<Path> folders, SlowPlugins slow, PluginIndex index, Duration limit) {
        PluginLoader loader = new PluginLoader(slow, index, limit);
        folders.forEach(loader::loadFolder);
        return new PluginRegistry(loader.plugins, loader.problems, loader.unopened);
    }

    /** Loads one jar or folder now, whatever the index knows of it. */
    static PluginRegistry open(PluginSource source, SlowPlugins slow, PluginIndex index) {
        PluginLoader loader = new PluginLoader(slow, index, LIMIT);
        loader.open(source);
        index.save();
        return new PluginRegistry(loader.plugins, loader.problems, loader.unopened);
    }

    /**
     * The jar or folder of the plugin whose code is ending the program, for a shutdown hook to ask. Empty if it is the program
     * itself, or a signal.
     */
    public static Optional<String> ending() {
        return EndingPlugin.find();
    }

    private void loadFolder(Path folder) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            problem(folder, "is no folder", "Give --plugins the folder that the jar stands in.");
            return;
        }
        try {
            PluginSource.in(folder).forEach(this::loadSource);
        } catch (IOException e) {
            problem(folder, "cannot be read: " + e.getMessage(), "Check the permissions of the folder.");
        }
    }

    private void loadSource(PluginSource source) {
        if (source.jars().isEmpty()) {
            problem(
                    source.path(),
                    "is a folder without a jar",
                    "Put the jars of one plugin there, or delete it ('" + PluginProblem.removal(source.path()) + "').");
            return;
        }
        Optional<PluginIndex.Found> known = index.find(source, slow);
        if (known.isPresent()) {
            unopened.add(known.get().asleep());
            known.get().plugins().forEach(plugin -> register(source, plugin));
        } else {
            open(source);
        }
    }

    private void open(PluginSource source) {
        try {
            Optional<PluginSource.Description> description = source.describe();
            if (description.isEmpty()) {
                problem(
                        source.path(),
                        "no jar says for which version of the SPI it was built",
                        "Add '" + Spi.VERSION_ATTRIBUTE + ": " + Spi.VERSION
                                + "' to the manifest of the plugin's jar.");
            } else if (fits(source, description.get().spiVersion())) {
                instantiate(source);
            }
        } catch (IOException | RuntimeException e) {
            boolean plain = e.getClass() == IOException.class || e instanceof ZipException;
            problem(
                    source.path(),
                    "cannot be read: " + (plain ? e.getMessage() : PluginFault.describe(e)),
                    "Get the jar again" + PluginProblem.orRemoved(source.path()) + "; it may be damaged.");
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
    private void instantiate(PluginSource source) {
        if (slow.hold(source)) {
            unopened.add(new HeldPlugins(source, slow, index));
            problem(
                    source.path(),
                    HeldPlugins.SLOW_BEFORE + ", so nobody waits for it now",
                    "'wormhole plugins' tries it again. " + PluginProblem.out(source.path()));
            return;
        }
        Optional<String> identity = index.identity(source);
        Trial<List<LoadedPlugin>> trial = Trial.start("plugin " + source.path(), source::open);
        Optional<Trial.Outcome<List<LoadedPlugin>>> outcome = trial.await(limit);
        if (outcome.isPresent()) {
            finish(source, identity, outcome.get());
        } else {
            slow.add(source);
            problem(
                    source.path(),
                    "was not ready after " + TimeSpan.of(limit),
                    "It waits or works for too long when it is loaded. " + PluginProblem.out(source.path()));
            limit = limit.compareTo(SHORT_LIMIT) > 0 ? SHORT_LIMIT : limit;
        }
    }

    private void finish(PluginSource source, Optional<String> identity, Trial.Outcome<List<LoadedPlugin>> outcome) {
        if (outcome.failure() != null) {
            failed(source, outcome.failure());
        } else if (outcome.value() == null || outcome.value().isEmpty()) {
            problem(
                    source.path(),
                    "names no plugin class",
                    "Add the class name to META-INF/services/" + WormholePlugin.class.getName() + ".");
        } else {
            index.add(source, identity, outcome.value());
            outcome.value().forEach(plugin -> register(source, plugin));
        }
    }

    private void failed(PluginSource source, Throwable failure) {
        String what = "failed to load: " + PluginFault.describe(failure);
        if (PluginFault.isMissingClass(failure)) {
            problem(
                    source.path(),
                    what,
                    "A class is missing: put the plugin's jar and its libraries into a folder of their own.");
        } else if (failure instanceof PluginClassLoader.ForbiddenExit) {
            problem(
                    source.path(),
                    what,
                    "A plugin fails by a WormholeException; what is a library's belongs into a jar beside it. "
                            + PluginProblem.out(source.path()));
        } else if (failure instanceof ServiceConfigurationError && failure.getCause() == null) {
            problem(
                    source.path(),
                    what,
                    "META-INF/services/" + WormholePlugin.class.getName()
                            + " has to name the plugin's class, and the jar" + " to hold it. "
                            + PluginProblem.out(source.path()));
        } else {
            problem(source.path(), what, PluginProblem.out(source.path()));
        }
    }

    private void register(PluginSource source, LoadedPlugin plugin) {
        Optional<Claims.Trouble> wrong = claims.claim(plugin);
        if (wrong.isPresent()) {
            problem(source.path(), wrong.get().what(), wrong.get().cure());
        } else {
            plugins.add(plugin);
        }
    }

    private void problem(Path source, String what, String cure) {
        problems.add(new PluginProblem(source, what, cure));
    }
}
