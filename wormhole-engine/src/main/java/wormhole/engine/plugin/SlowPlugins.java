package wormhole.engine.plugin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The plugins that were not ready in time, remembered in a file, so that only the first program waits for them and the later
 * ones leave them out. A plugin whose jars have changed since is another one. What cannot be read or written is forgotten: the
 * price is a wait.
 */
public final class SlowPlugins {
    private static final int MAX_BYTES = 1 << 20;

    private final @Nullable Path file;
    private final Set<String> known;
    private final List<Path> found = new ArrayList<>();

    private SlowPlugins(@Nullable Path file, Set<String> known) {
        this.file = file;
        this.known = known;
    }

    /** Nothing is known and nothing remembered. */
    public static SlowPlugins forgotten() {
        return new SlowPlugins(null, new LinkedHashSet<>());
    }

    /** Those that a file remembers, which need not exist. */
    public static SlowPlugins in(Path file) {
        return new SlowPlugins(file, read(file));
    }

    private static Set<String> read(Path file) {
        try {
            return Files.isRegularFile(file) && Files.size(file) <= MAX_BYTES
                    ? new LinkedHashSet<>(Files.readAllLines(file))
                    : new LinkedHashSet<>();
        } catch (IOException e) {
            return new LinkedHashSet<>();
        }
    }

    /** Gives one of them another chance. */
    void release(PluginSource source) {
        if (known.remove(mark(source))) {
            write();
        }
    }

    /** The jars and folders that were waited for in vain since this was made. */
    public List<Path> found() {
        return List.copyOf(found);
    }

    boolean hold(PluginSource source) {
        return !known.isEmpty() && known.contains(mark(source));
    }

    void add(PluginSource source) {
        found.add(source.path());
        String mark = mark(source);
        if (!mark.isEmpty() && known.add(mark)) {
            write();
        }
    }

    /** What tells a plugin and its version from others; empty if it has just gone. */
    private static String mark(PluginSource source) {
        StringBuilder mark = new StringBuilder(source.path().toUri().toASCIIString());
        try {
            for (Path jar : source.jars()) {
                mark.append(' ').append(Files.size(jar));
                mark.append(':').append(Files.getLastModifiedTime(jar).toMillis());
            }
            return mark.toString();
        } catch (IOException e) {
            return "";
        }
    }

    private void write() {
        if (file == null) {
            return;
        }
        try {
            PrivateFile.write(file, String.join("\n", known).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // Only for the next time.
            return;
        }
    }
}
