package wormhole.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
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

    /** The folder named on the command line. It is needed before the line can be parsed, since plugins bring commands. */
    static Optional<String> named(List<String> words) {
        return EarlyOption.value(GlobalOptions.PLUGINS, words);
    }
}
