package wormhole.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import wormhole.engine.ClientVersion;
import wormhole.engine.plugin.PluginIndex;
import wormhole.engine.plugin.SlowPlugins;
import wormhole.shell.cli.GlobalOptions;

/** Where plugins are. */
final class PluginFolders {
    private PluginFolders() {}

    /** The distribution's folder and the person's own (XDG base directories). */
    static List<Path> usual(Properties properties, Map<String, String> environment) {
        List<Path> folders = new ArrayList<>();
        String home = properties.getProperty("wormhole.home");
        if (home != null) {
            folders.add(Path.of(home, "plugins"));
        }
        String data = environment.getOrDefault("XDG_DATA_HOME", "");
        // Java's idea of a home is the user list's, and the specification's is HOME.
        String ownHome = environment.getOrDefault("HOME", properties.getProperty("user.home"));
        // The specification has relative paths ignored.
        Path dataHome = data.startsWith("/") ? Path.of(data) : Path.of(ownHome, ".local/share");
        folders.add(dataHome.resolve("wormhole/plugins"));
        return folders;
    }

    /** The plugins that nobody waits for, in the person's cache. */
    static SlowPlugins slow(Map<String, String> environment) {
        return cache(environment)
                .map(folder -> SlowPlugins.in(folder.resolve("slow-plugins")))
                .orElse(SlowPlugins.forgotten());
    }

    /** What is known of plugins without opening them, in the person's cache. */
    static PluginIndex index(Properties properties, Map<String, String> environment) {
        if (!environment.getOrDefault("WORMHOLE_NO_CACHE", "").isEmpty()) {
            return PluginIndex.none();
        }
        return cache(environment)
                .map(folder -> PluginIndex.in(folder.resolve("plugin-index"), build(properties)))
                .orElse(PluginIndex.none());
    }

    private static Optional<Path> cache(Map<String, String> environment) {
        String cache = environment.getOrDefault("XDG_CACHE_HOME", "");
        String home = environment.getOrDefault("HOME", "");
        if (!cache.startsWith("/") && home.isEmpty()) {
            return Optional.empty();
        }
        Path folder = cache.startsWith("/") ? Path.of(cache) : Path.of(home, ".cache");
        return Optional.of(folder.resolve("wormhole"));
    }

    /** The distribution's id, since two builds can have one version. */
    private static String build(Properties properties) {
        String home = properties.getProperty("wormhole.home");
        if (home == null) {
            return ClientVersion.text();
        }
        try {
            return ClientVersion.text() + " "
                    + Files.readString(Path.of(home, "lib", "build-id")).strip();
        } catch (IOException | InvalidPathException e) {
            return ClientVersion.text();
        }
    }

    /** The folder named on the command line. It is needed before the line can be parsed, since plugins bring commands. */
    static Optional<String> named(List<String> words) {
        return EarlyOption.value(GlobalOptions.PLUGINS, words);
    }
}
