package wormhole.engine.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The table of one machine, a file of {@code docs/machines}: {@code STATE + input -> NEXT : action, action}. */
final class TransitionTable {
    /** One line. An action with a star may happen any number of times; one with arguments is compared with them. */
    record Transition(String state, String input, String next, List<String> actions) {}

    private static final Path FOLDER = Path.of("..", "docs", "machines");
    private static final Pattern LINE = Pattern.compile("(\\w+) \\+ (\\w+(?: \\(\\w+\\))?) -> (\\w+)(?: : (.+))?");

    private final List<Transition> transitions;

    private TransitionTable(List<Transition> transitions) {
        this.transitions = transitions;
    }

    static TransitionTable read(String name) {
        try {
            return new TransitionTable(Files.readAllLines(FOLDER.resolve(name + ".txt")).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(TransitionTable::parse)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of all tables there are. */
    static Set<String> names() {
        try (var files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString().replace(".txt", ""))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Transition parse(String line) {
        Matcher match = LINE.matcher(line);
        if (!match.matches()) {
            throw new IllegalArgumentException("not a transition: " + line);
        }
        String actions = match.group(4);
        return new Transition(
                match.group(1),
                match.group(2),
                match.group(3),
                actions == null ? List.of() : List.of(actions.split(", ", -1)));
    }

    List<Transition> transitions() {
        return transitions;
    }

    Optional<Transition> find(String state, String input) {
        return transitions.stream()
                .filter(each -> each.state().equals(state) && each.input().equals(input))
                .findFirst();
    }

    /** For every state that can be reached, the inputs of a shortest way to it. */
    Map<String, List<String>> pathsFrom(String start) {
        Map<String, List<String>> paths = new LinkedHashMap<>(Map.of(start, List.of()));
        Deque<String> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            String state = open.remove();
            transitions.stream().filter(each -> each.state().equals(state)).forEach(each -> {
                if (paths.putIfAbsent(each.next(), append(paths.get(state), each.input())) == null) {
                    open.add(each.next());
                }
            });
        }
        return paths;
    }

    private static List<String> append(List<String> path, String input) {
        List<String> longer = new ArrayList<>(path);
        longer.add(input);
        return longer;
    }
}
