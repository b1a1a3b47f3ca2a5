package wormhole.plugin.directoryzip;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * What is to be sent, kept deflated, since there may be millions: neighbours have most of their names, modes and times in
 * common, so that each takes some ten bytes. First written, then read as often as is needed.
 */
final class EntryLog {
    private static final int BUFFER_BYTES = 8 * 1024;

    private final List<Path> roots;
    private final Chunks packed = new Chunks();
    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    private final DataOutputStream out = new DataOutputStream(
            new BufferedOutputStream(new DeflaterOutputStream(packed, deflater, BUFFER_BYTES), BUFFER_BYTES));
    private int count;

    /** @param roots below which everything is */
    EntryLog(List<Path> roots) {
        this.roots = List.copyOf(roots);
    }

    int count() {
        return count;
    }

    /**
     * Adds an entry.
     *
     * @param root which of the roots it is below
     * @param prefix how many characters of its name stand for the root
     */
    void add(SourceEntry entry, int root, int prefix) {
        try {
            out.writeInt(root);
            out.writeInt(prefix);
            out.writeUTF(entry.name());
            out.writeLong(entry.size());
            out.writeInt(entry.mode());
            out.writeLong(entry.modified().getEpochSecond());
            count++;
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail", e);
        }
    }

    /** Ends the writing. */
    void end() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail", e);
        } finally {
            deflater.end();
        }
    }

    /** Reads from the first entry on. */
    Reader read() {
        return new Reader();
    }

    /** Hands out one entry after another. */
    final class Reader implements AutoCloseable {
        private final Inflater inflater = new Inflater(true);
        private final DataInputStream in = new DataInputStream(
                new BufferedInputStream(new InflaterInputStream(packed.read(), inflater, BUFFER_BYTES), BUFFER_BYTES));
        private int left = count;

        boolean hasNext() {
            return left > 0;
        }

        SourceEntry next() {
            left--;
            try {
                Path root = roots.get(in.readInt());
                int prefix = in.readInt();
                String name = in.readUTF();
                Path path = name.length() <= prefix ? root : root.resolve(name.substring(prefix));
                return new SourceEntry(name, path, in.readLong(), in.readInt(), Instant.ofEpochSecond(in.readLong()));
            } catch (IOException e) {
                throw new UncheckedIOException("memory cannot fail", e);
            }
        }

        @Override
        public void close() {
            inflater.end();
        }
    }
}
