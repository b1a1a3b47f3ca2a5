package wormhole.engine.plugin;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;

/** The plugins of one jar or folder that the index knows; opened, once, when something of them is used. Thread-safe. */
final class SleepingPlugins implements Unopened {
    private final PluginSource source;
    private final SlowPlugins slow;
    private final PluginIndex index;
    private final String identity;
    private @Nullable PluginRegistry awake;

    /** @param identity of the jars that the index knows */
    SleepingPlugins(PluginSource source, SlowPlugins slow, PluginIndex index, String identity) {
        this.source = source;
        this.slow = slow;
        this.index = index;
        this.identity = identity;
    }

    @Override
    public Path path() {
        return source.path();
    }

    /** Something that one of the plugins said it can do. */
    <T> Ability<T> ability(String plugin, Function<LoadedPlugin, List<T>> abilities, Predicate<T> wanted) {
        return () -> wake().stream()
                .filter(each -> each.id().equals(plugin))
                .flatMap(each -> abilities.apply(each).stream())
                .filter(wanted)
                .findFirst()
                .orElseThrow(() -> failure(new PluginProblem(
                        path(), "no longer does what it did when it was loaded before", "See 'wormhole plugins'.")));
    }

    private List<LoadedPlugin> wake() throws WormholeException {
        PluginRegistry opened = open();
        if (!opened.problems().isEmpty()) {
            throw failure(opened.problems().get(0));
        }
        return opened.plugins();
    }

    @Override
    public synchronized PluginRegistry open() {
        if (awake != null) {
            return awake;
        }
        if (!index.identity(source).orElse(identity).equals(identity)) {
            return new PluginRegistry(
                    List.of(),
                    List.of(new PluginProblem(
                            path(), "has changed since this program started", "Start the program again.")));
        }
        PluginRegistry opened = PluginLoader.open(source, slow, index);
        if (opened.problems().isEmpty()) {
            awake = opened;
        }
        return opened;
    }

    private WormholeException failure(PluginProblem problem) {
        // So that the next start looks at it anew.
        index.remove(source);
        index.save();
        return new WormholeException(ErrorCode.PLUGIN, "the plugin " + path() + " " + problem.what())
                .withHint(problem.cure());
    }
}
