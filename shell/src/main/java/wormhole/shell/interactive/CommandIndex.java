package wormhole.shell.interactive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import wormhole.shell.cli.GlobalOptions;
import wormhole.shell.cli.Nearest;
import wormhole.shell.config.ConfigCommands;
import wormhole.spi.Argument;
import wormhole.spi.Command;
import wormhole.spi.CommandSpec;
import wormhole.spi.Option;

/** Finds a command in the words of a line that may not be whole yet. */
final class CommandIndex {
    /** A command, and how many words its name has. */
    record Found(CommandSpec spec, int words) {
        boolean takesCode() {
            return spec.arguments().stream().anyMatch(argument -> argument.kind() == Argument.Kind.CODE);
        }

        /** The option of a name, if there is one. */
        Optional<Option> option(String name) {
            return options().stream()
                    .filter(option -> spelled(option).contains(name))
                    .findFirst();
        }

        /** The command's own, then those of every command. */
        List<Option> options() {
            List<Option> all = new ArrayList<>(spec.options());
            all.addAll(GlobalOptions.ALL);
            return all;
        }
    }

    private final Map<String, CommandSpec> byName = new HashMap<>();
    private final SortedMap<String, String> firstWords = new TreeMap<>();

    private final List<Command> commands;

    CommandIndex(List<Command> commands) {
        this.commands = List.copyOf(commands);
        commands.forEach(command -> add(command.spec()));
    }

    private void add(CommandSpec spec) {
        byName.put(spec.name(), spec);
        int space = spec.name().indexOf(' ');
        String group = space < 0 ? "" : spec.name().substring(0, space + 1);
        spec.aliases().forEach(alias -> byName.put(group + alias, spec));
        firstWords.putIfAbsent(space < 0 ? spec.name() : spec.name().substring(0, space), spec.summary());
    }

    /** What a line can begin with, and what that does. Aliases are known, but not offered. */
    SortedMap<String, String> firstWords() {
        return firstWords;
    }

    /** The keys that settings can have. */
    List<String> settings() {
        return ConfigCommands.keys(commands);
    }

    /** What can stand behind the first word of a group, and what that does. */
    SortedMap<String, String> secondWords(String first) {
        SortedMap<String, String> words = new TreeMap<>();
        byName.forEach((name, spec) -> {
            if (name.startsWith(first + " ")) {
                words.put(name.substring(first.length() + 1), spec.summary());
            }
        });
        return words;
    }

    /** Whether a word begins a command. */
    boolean isFirstWord(String word) {
        return firstWords.containsKey(word) || byName.containsKey(word);
    }

    /** The command that the words begin with. */
    Optional<Found> find(List<String> words) {
        Optional<Found> found = Optional.empty();
        for (int length = 1; length <= Math.min(2, words.size()); length++) {
            CommandSpec spec = byName.get(String.join(" ", words.subList(0, length)));
            if (spec != null) {
                found = Optional.of(new Found(spec, length));
            }
        }
        return found;
    }

    /** The command that was probably meant by words that name none: in capitals, or with a slip. */
    Optional<Found> nearest(List<String> words) {
        for (int length = Math.min(2, words.size()); length > 0; length--) {
            String name = String.join(" ", words.subList(0, length)).toLowerCase(Locale.ROOT);
            int wanted = length;
            List<String> names = byName.keySet().stream()
                    .filter(known -> known.split(" ", -1).length == wanted)
                    .toList();
            Optional<String> near = Nearest.to(name, names);
            if (near.isPresent()) {
                return near.map(byName::get).map(spec -> new Found(spec, wanted));
            }
        }
        return Optional.empty();
    }

    /** All ways to write an option. */
    static List<String> spelled(Option option) {
        List<String> names = new ArrayList<>(option.names());
        if (option.kind() == Option.Kind.TOGGLE) {
            option.names().forEach(name -> names.add(name.replaceFirst("^--", "--no-")));
        }
        return names;
    }

    /** Whether the next word is an option's value. */
    static boolean takesValue(Option option) {
        return switch (option.kind()) {
            case FLAG, TOGGLE -> false;
            case TEXT, NUMBER, PATH, DURATION -> true;
        };
    }
}
