package wormhole.shell.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import wormhole.engine.plugin.PluginProblem;

/** The plugins that were installed since this program started: they are there, but not in use. May be used from any thread. */
public final class NewPlugins {
    /** What is said of each. */
    static final String FROM_WHEN = "It is used from the next start on.";

    private final Map<String, Path> sourceById = new TreeMap<>();

    synchronized void add(String id, Path source) {
        sourceById.put(id, source);
    }

    /** Forgets what was taken out again. */
    synchronized void remove(Path source) {
        sourceById.values().removeIf(source::equals);
    }

    /** All of them, as they stand in a list beside what is not in use for other reasons. */
    synchronized List<PluginProblem> all() {
        return sourceById.values().stream().map(NewPlugins::told).toList();
    }

    /** The ids of all of them. */
    synchronized List<String> ids() {
        return List.copyOf(sourceById.keySet());
    }

    /** The one of an id or a file's name. */
    synchronized Optional<PluginProblem> named(String id) {
        return sourceById.entrySet().stream()
                .filter(each -> each.getKey().equals(id) || PluginCommands.isNamed(each.getValue(), id))
                .map(each -> told(each.getValue()))
                .findFirst();
    }

    private static PluginProblem told(Path source) {
        return new PluginProblem(source, "was installed after this program started", FROM_WHEN);
    }
}
