package wormhole.engine.plugin;

import java.nio.file.Path;
import java.util.List;

/**
 * The plugins of a jar or folder that was too slow once, and is not waited for since. Whoever asks for it gives it another
 * chance, until it was ready in time. Thread-safe.
 */
final class HeldPlugins implements Unopened {
    static final String SLOW_BEFORE = "was not ready in time before";

    private final PluginSource source;
    private final SlowPlugins slow;
    private final PluginIndex index;
    private boolean ready;

    HeldPlugins(PluginSource source, SlowPlugins slow, PluginIndex index) {
        this.source = source;
        this.slow = slow;
        this.index = index;
    }

    @Override
    public Path path() {
        return source.path();
    }

    @Override
    public synchronized PluginRegistry open() {
        List<PluginProblem> problems = ready ? List.of() : tryAgain();
        ready = problems.isEmpty();
        return new PluginRegistry(List.of(), ready ? List.of(isReadyNow()) : problems);
    }

    private List<PluginProblem> tryAgain() {
        slow.release(source);
        return PluginLoader.open(source, slow, index).problems();
    }

    @Override
    public boolean settles(PluginProblem problem) {
        return problem.source().equals(path());
    }

    /** What it brings has to be known before the command line is read. */
    private PluginProblem isReadyNow() {
        return new PluginProblem(path(), SLOW_BEFORE + ", but is now", "It is used from the next start on.");
    }
}
