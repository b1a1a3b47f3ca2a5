package wormhole.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
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

    /**
     * The plugins that nobody waits for, in the person's cache. Who asks for plugins wants to know how they are now.
     *
     * @param words of the command line, which has not been parsed
     */
    static SlowPlugins slow(Map<String, String> environment, List<String> words) {
        String cache = environment.getOrDefault("XDG_CACHE_HOME", "");
        String home = environment.getOrDefault("HOME", "");
        if (!cache.startsWith("/") && home.isEmpty()) {
            return SlowPlugins.forgotten();
        }
        Path folder = cache.startsWith("/") ? Path.of(cache) : Path.of(home, ".cache");
        SlowPlugins slow = SlowPlugins.in(folder.resolve("wormhole/slow-plugins"));
        if (words.contains("plugins")) {
            slow.forget();
        }
        return slow;
    }

    /** The folder named on the command line. It is needed before the line can be parsed, since plugins bring commands. */
    static Optional<String> named(List<String> words) {
        return EarlyOption.value(GlobalOptions.PLUGINS, words);
    }
}
