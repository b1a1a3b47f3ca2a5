package wormhole.shell.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where configuration files are (XDG base directories).
 *
 * @param user the person's own; may be missing
 * @param named whether the person named it, so that it must be there
 * @param system those for everybody on the machine, the most important first
 * @param profile the profile in use; empty for none
 */
public record ConfigPlaces(Optional<Path> user, boolean named, List<Path> system, String profile) {
    /** The variables that name a file and a profile; the options of these meanings are put there too. */
    public static final String FILE_VARIABLE = "WORMHOLE_CONFIG";

    public static final String PROFILE_VARIABLE = "WORMHOLE_PROFILE";

    private static final String NAME = "wormhole/config.toml";

    public static ConfigPlaces of(Map<String, String> environment, Path directory) {
        String named = environment.getOrDefault(FILE_VARIABLE, "");
        String profile = environment.getOrDefault(PROFILE_VARIABLE, "");
        Optional<Path> user = named.isEmpty() ? usual(environment) : Optional.of(directory.resolve(named));
        return new ConfigPlaces(user, !named.isEmpty(), system(environment), profile);
    }

    private static Optional<Path> usual(Map<String, String> environment) {
        String config = environment.getOrDefault("XDG_CONFIG_HOME", "");
        // The specification has relative paths ignored.
        if (config.startsWith("/")) {
            return Optional.of(Path.of(config, NAME));
        }
        return Optional.ofNullable(environment.get("HOME"))
                .filter(home -> home.startsWith("/"))
                .map(home -> Path.of(home, ".config", NAME));
    }

    private static List<Path> system(Map<String, String> environment) {
        List<Path> files = new ArrayList<>();
        String folders = environment.getOrDefault("XDG_CONFIG_DIRS", "");
        for (String folder : (folders.isEmpty() ? "/etc/xdg" : folders).split(":", -1)) {
            if (folder.startsWith("/")) {
                files.add(Path.of(folder, NAME));
            }
        }
        return files;
    }
}
