package wormhole.engine.plugin;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import wormhole.spi.Spi;
import wormhole.spi.WormholePlugin;

/** Loads plugins from folders. A bad one becomes a problem and never stops the others. */
public final class PluginLoader {
    private static final SpiVersion HOST = SpiVersion.parse(Spi.VERSION).orElseThrow();

    private final List<LoadedPlugin> plugins = new ArrayList<>();
    private final List<PluginProblem> problems = new ArrayList<>();
    private final Claims claims = new Claims();

    private PluginLoader() {}

    /**
     * Loads what stands in the folders, in their order and sorted within each. A folder that does not exist is an empty one.
     */
    public static PluginRegistry load(List<Path> folders) {
        PluginLoader loader = new PluginLoader();
        folders.forEach(loader::loadFolder);
        return new PluginRegistry(loader.plugins, loader.problems);
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
                instantiate(source, description.get().pluginVersion());
            }
        } catch (IOException e) {
            problem(source.path(), "cannot be read: " + e.getMessage(), "Get the jar again; it may be damaged.");
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

    /** Everything a stranger's class can throw while it is loaded must end here, errors of linkage included. */
    private void instantiate(PluginSource source, String version) {
        try {
            ClassLoader loader =
                    new PluginClassLoader(source.path().getFileName().toString(), urls(source));
            boolean found = false;
            for (WormholePlugin plugin : ServiceLoader.load(WormholePlugin.class, loader)) {
                found = true;
                register(source, LoadedPlugin.of(plugin, source, version));
            }
            if (!found) {
                problem(
                        source.path(),
                        "names no plugin class",
                        "Add the class name to META-INF/services/" + WormholePlugin.class.getName() + ".");
            }
        } catch (Error | RuntimeException | IOException e) {
            problem(source.path(), "failed to load: " + rootOf(e), "Tell the plugin's author.");
        }
    }

    private void register(PluginSource source, LoadedPlugin plugin) {
        Optional<String> wrong = claims.claim(plugin);
        if (wrong.isPresent()) {
            problem(source.path(), wrong.get(), "Remove one of the two plugins, or tell the author.");
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

    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private void problem(Path source, String what, String cure) {
        problems.add(new PluginProblem(source, what, cure));
    }
}
