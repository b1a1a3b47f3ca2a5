package wormhole.shell.config;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import wormhole.shell.cli.GlobalOptions;
import wormhole.shell.cli.Nearest;
import wormhole.shell.cli.ValueCheck;
import wormhole.shell.command.Clients;
import wormhole.spi.Command;
import wormhole.spi.ErrorCode;
import wormhole.spi.Option;
import wormhole.spi.OptionValues;
import wormhole.spi.WormholeException;

/** All keys that a configuration may have: one for each option of each command. */
final class ConfigKeys {
    /** They say where the configuration and the commands come from, so they are needed before there is any. */
    private static final Set<String> EARLIER =
            Set.of(GlobalOptions.CONFIG.key(), GlobalOptions.PROFILE.key(), GlobalOptions.PLUGINS.key());

    private final Map<String, Option> options = new TreeMap<>();
    private final Set<String> firstWords = new HashSet<>();

    ConfigKeys(Collection<Command> commands) {
        GlobalOptions.ALL.stream()
                .filter(option -> !EARLIER.contains(option.key()))
                .forEach(option -> options.put(option.key(), option));
        for (Command command : commands) {
            firstWords.add(command.spec().name().replaceFirst(" .*", ""));
            command.spec()
                    .options()
                    .forEach(option -> options.put(of(command.spec().name(), option), option));
        }
    }

    /** All there are, in order. */
    Set<String> all() {
        return options.keySet();
    }

    /** The key of an option. */
    static String of(String command, Option option) {
        return GlobalOptions.cover(option) ? option.key() : command.replace(' ', '.') + "." + option.key();
    }

    /** Whether it would be the key of a command that is not there. */
    boolean isOfAnotherCommand(String key) {
        int dot = key.indexOf('.');
        return dot > 0 && !firstWords.contains(key.substring(0, dot));
    }

    Option option(String key) throws WormholeException {
        Option option = options.get(key);
        if (option == null) {
            Optional<String> nearest = byAnotherName(key).or(() -> Nearest.to(key, options.keySet()));
            throw new WormholeException(ErrorCode.USAGE, "there is no setting '" + key + "'")
                    .withHint(nearest.map(near -> "Did you mean " + near + "? ").orElse("")
                            + "Settings are named like options: relay-url, receive.on-conflict.");
        }
        return option;
    }

    /** Of several names of an option, only the first is a key. */
    private Optional<String> byAnotherName(String key) {
        String command = key.substring(0, key.lastIndexOf('.') + 1);
        String name = "--" + key.substring(command.length());
        return options.entrySet().stream()
                .filter(each -> each.getValue().names().contains(name))
                .map(each -> command + each.getValue().key())
                .filter(options::containsKey)
                .findFirst();
    }

    /** Fails if there is no such key, or these are no values for it. */
    void check(String key, List<String> values) throws WormholeException {
        check(key, option(key), values);
    }

    static boolean suits(String key, Option option, List<String> values) {
        try {
            check(key, option, values);
            return true;
        } catch (WormholeException e) {
            return false;
        }
    }

    private static void check(String key, Option option, List<String> values) throws WormholeException {
        if (values.size() != 1 && !option.repeatable()) {
            throw new WormholeException(ErrorCode.USAGE, "'" + key + "' takes one value")
                    .withHint("Give one; --help of the command says what it is.");
        }
        boolean truth = option.kind() == Option.Kind.FLAG || option.kind() == Option.Kind.TOGGLE;
        if (truth && !Set.of("true", "false").containsAll(values)) {
            throw new WormholeException(ErrorCode.USAGE, "'" + key + "' is either true or false")
                    .withHint("Give one of these.");
        }
        ValueCheck.check(
                List.of(option),
                OptionValues.of(Map.of(option.key(), values), Path.of("/"))
                        .shownAs(Map.of(option.key(), option.shown())));
        Clients.checkAddresses(option, values);
    }
}
