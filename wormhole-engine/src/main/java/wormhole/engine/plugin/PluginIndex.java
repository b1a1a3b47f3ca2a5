package wormhole.engine.plugin;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import wormhole.spi.Spi;

/**
 * What the plugins said of themselves when they were loaded, remembered in a private file, so that later programs open only
 * those that they use. Plugins whose jars have changed since are others, as are those under another version of Java or of this
 * program. What cannot be read or written is forgotten: then everything is loaded, as if there were no index. Thread-safe.
 */
public final class PluginIndex {
    private static final int FORMAT = 1;
    private static final int MAX_BYTES = 4 << 20;
    private static final int MAX_ENTRIES = 200;
    /** What is longer is loaded each time. */
    private static final int MAX_DESCRIPTION = 64 << 10;

    /** The plugins of one jar or folder, as they were. */
    private record Entry(String identity, byte[] description) {}

    private final @Nullable Path file;
    private final String circumstances;
    /** By the path of the jar or folder. */
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private boolean changed;

    private PluginIndex(@Nullable Path file, String host) {
        this.file = file;
        this.circumstances = String.join(
                " ",
                String.valueOf(FORMAT),
                Spi.VERSION,
                host,
                System.getProperty("java.version"),
                Locale.getDefault().toLanguageTag());
    }

    /** Nothing is known and nothing remembered. */
    public static PluginIndex none() {
        return new PluginIndex(null, "");
    }

    /**
     * What a file remembers, which need not exist.
     *
     * @param host the build of this program
     */
    public static PluginIndex in(Path file, String host) {
        PluginIndex index = new PluginIndex(file, host);
        try {
            if (Files.isRegularFile(file) && Files.size(file) <= MAX_BYTES) {
                index.read(Files.readAllBytes(file));
            }
        } catch (IOException | RuntimeException e) {
            index.entries.clear();
        }
        return index;
    }

    /** Plugins, and what opens them. */
    record Found(SleepingPlugins asleep, List<LoadedPlugin> plugins) {}

    /** The plugins of a jar or folder, not opened; empty if it has to be loaded. */
    synchronized Optional<Found> find(PluginSource source, SlowPlugins slow) {
        Entry entry = entries.get(source.path().toString());
        if (entry == null || !entry.identity().equals(identity(source).orElse(""))) {
            return Optional.empty();
        }
        try {
            SleepingPlugins asleep = new SleepingPlugins(source, slow, this, entry.identity());
            return Optional.of(new Found(asleep, IndexReader.plugins(entry.description(), asleep)));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    /** Remembers what the plugins say, under the identity that their jars had before they were opened. */
    synchronized void add(PluginSource source, Optional<String> identity, List<LoadedPlugin> plugins) {
        if (file == null || identity.isEmpty()) {
            return;
        }
        try {
            Entry entry = new Entry(identity.get(), IndexWriter.describe(plugins));
            if (entry.description().length > MAX_DESCRIPTION) {
                remove(source);
                return;
            }
            Entry old = entries.put(source.path().toString(), entry);
            changed |= old == null
                    || !old.identity().equals(entry.identity())
                    || !Arrays.equals(old.description(), entry.description());
        } catch (IOException | RuntimeException e) {
            // What has no form in the index is loaded each time.
            remove(source);
        }
    }

    synchronized void remove(PluginSource source) {
        changed |= entries.remove(source.path().toString()) != null;
    }

    /** What tells these plugins, under these circumstances, from others. */
    Optional<String> identity(PluginSource source) {
        try {
            return Optional.of(circumstances + " " + source.identity());
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private void read(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        if (in.readLong() != checksum(bytes)) {
            return;
        }
        int size = in.readInt();
        for (int i = 0; i < size; i++) {
            entries.put(in.readUTF(), new Entry(in.readUTF(), in.readNBytes(in.readInt())));
        }
    }

    /** Of what follows it. */
    private static long checksum(byte[] bytes) {
        CRC32 checksum = new CRC32();
        checksum.update(bytes, Long.BYTES, bytes.length - Long.BYTES);
        return checksum.getValue();
    }

    /** Writes down what has changed. */
    synchronized void save() {
        if (file == null || !changed) {
            return;
        }
        changed = false;
        try {
            PrivateFile.write(file, bytes());
        } catch (IOException | RuntimeException e) {
            // Only for the next time.
            return;
        }
    }

    private byte[] bytes() throws IOException {
        entries.keySet().removeIf(path -> !Files.exists(Path.of(path)));
        if (entries.size() > MAX_ENTRIES) {
            entries.clear();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeLong(0);
        out.writeInt(entries.size());
        for (Map.Entry<String, Entry> each : entries.entrySet()) {
            out.writeUTF(each.getKey());
            out.writeUTF(each.getValue().identity());
            out.writeInt(each.getValue().description().length);
            out.write(each.getValue().description());
        }
        byte[] all = bytes.toByteArray();
        ByteBuffer.wrap(all).putLong(checksum(all));
        return all;
    }
}
