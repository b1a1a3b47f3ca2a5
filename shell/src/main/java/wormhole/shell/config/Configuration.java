package wormhole.shell.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import wormhole.shell.cli.Nearest;
import wormhole.shell.cli.ValueSource;
import wormhole.spi.Command;
import wormhole.spi.ErrorCode;
import wormhole.spi.Option;
import wormhole.spi.WormholeException;

/** What the configuration files say: the profile in use before the person's own settings, those before the system's. */
public final class Configuration implements ValueSource {
    static final String PROFILE = "profile.";

    private final ConfigPlaces places;
    /** As they stand in the files, profiles included. */
    private final List<Named> all = new ArrayList<>();

    private final Map<String, Setting> effective = new LinkedHashMap<>();

    private record Named(String name, Setting setting) {}

    private Configuration(ConfigPlaces places) {
        this.places = places;
    }

    /** Reads the files that are there. */
    public static Configuration load(ConfigPlaces places) throws WormholeException {
        Configuration configuration = new Configuration(places);
        List<Map<String, Setting>> files = configuration.files();
        if (!places.profile().isEmpty()) {
            String prefix = PROFILE + places.profile() + ".";
            files.forEach(file -> configuration.add(file, prefix));
        }
        files.forEach(file -> configuration.add(file, ""));
        return configuration;
    }

    private List<Map<String, Setting>> files() throws WormholeException {
        List<Path> paths = new ArrayList<>();
        places.user().ifPresent(paths::add);
        paths.addAll(places.system());
        List<Map<String, Setting>> files = new ArrayList<>();
        for (Path path : paths) {
            if (Files.exists(path)) {
                Map<String, Setting> file = TomlFile.read(path);
                file.forEach((name, setting) -> all.add(new Named(name, setting)));
                files.add(file);
            }
        }
        return files;
    }

    private void add(Map<String, Setting> file, String prefix) {
        file.forEach((name, setting) -> {
            if (name.startsWith(prefix) && (!prefix.isEmpty() || !name.startsWith(PROFILE))) {
                effective.putIfAbsent(name.substring(prefix.length()), setting);
            }
        });
    }

    /** The names of all profiles, in order. */
    SortedSet<String> profiles() {
        SortedSet<String> profiles = new TreeSet<>();
        all.stream()
                .filter(named -> named.name().startsWith(PROFILE))
                .forEach(named -> profiles.add(profileOf(named.name())));
        return profiles;
    }

    private void checkProfile(String profile) throws WormholeException {
        SortedSet<String> known = profiles();
        if (!profile.isEmpty() && !known.contains(profile)) {
            throw new WormholeException(ErrorCode.USAGE, "there is no profile '" + profile + "'")
                    .withHint(Nearest.to(profile, known)
                            .map(near -> "Did you mean " + near + "?")
                            .orElse("Make it: wormhole config set --profile NAME KEY VALUE."));
        }
    }

    private static String profileOf(String name) {
        String rest = name.substring(PROFILE.length());
        int dot = rest.indexOf('.');
        return dot < 0 ? rest : rest.substring(0, dot);
    }

    /**
     * Fails, with file and line, if a file has a key that no option has, or a value that its option can't take; or if there
     * is no such profile.
     *
     * @param complete whether these are all commands; if not, a key can be one of a command that is missing
     */
    public void check(Collection<Command> commands, boolean complete) throws WormholeException {
        checkNamed();
        checkProfile(places.profile());
        if (!all.isEmpty()) {
            ConfigKeys keys = new ConfigKeys(commands);
            for (Named named : all) {
                String key = keyOf(named.name());
                if (complete || !keys.isOfAnotherCommand(key)) {
                    check(keys, key, named.setting());
                }
            }
        }
    }

    /** What {@link #check} would fail with, one after the other; a missing file is no such thing. */
    List<WormholeException> problems(Collection<Command> commands) {
        List<WormholeException> problems = new ArrayList<>();
        ConfigKeys keys = new ConfigKeys(commands);
        for (Named named : all) {
            try {
                check(keys, keyOf(named.name()), named.setting());
            } catch (WormholeException e) {
                problems.add(e);
            }
        }
        return problems;
    }

    /** Fails if somebody named a file that is not there. */
    void checkNamed() throws WormholeException {
        Optional<Path> missing = places.user().filter(file -> places.named() && !Files.exists(file));
        if (missing.isPresent()) {
            throw new WormholeException(ErrorCode.FILE_NOT_FOUND, "there is no configuration '" + missing.get() + "'")
                    .withHint("Check --config FILE or $" + ConfigPlaces.FILE_VARIABLE + ".");
        }
    }

    private static String keyOf(String name) {
        return name.startsWith(PROFILE) ? name.substring((PROFILE + profileOf(name)).length() + 1) : name;
    }

    private static void check(ConfigKeys keys, String key, Setting setting) throws WormholeException {
        try {
            keys.check(key, setting.values());
        } catch (WormholeException e) {
            throw e.at(setting.place());
        }
    }

    /** A bad value is as none: {@link #check} tells of it where it matters, with its place. */
    @Override
    public Optional<List<String>> of(String command, Option option) {
        String key = ConfigKeys.of(command, option);
        return setting(key).map(Setting::values).filter(values -> ConfigKeys.suits(key, option, values));
    }

    Optional<Setting> setting(String key) {
        return Optional.ofNullable(effective.get(key));
    }

    Map<String, Setting> effective() {
        return effective;
    }

    ConfigPlaces places() {
        return places;
    }
}
