package wormhole.shell.interactive;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Makes lines out of bytes, so that those of one job never stand in the middle of another's. */
final class LineOutput extends OutputStream {
    /** A stranger may send a line without end. */
    private static final int MAX_LINE = 1 << 16;

    private final Consumer<String> lines;
    private final ByteArrayOutputStream begun = new ByteArrayOutputStream();

    LineOutput(Consumer<String> lines) {
        this.lines = lines;
    }

    @Override
    public synchronized void write(int b) {
        if (b == '\n' || begun.size() >= MAX_LINE) {
            lines.accept(begun.toString(StandardCharsets.UTF_8));
            begun.reset();
        }
        if (b != '\n') {
            begun.write(b);
        }
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            write(bytes[i]);
        }
    }

    /** Gives out what has no line end. */
    @Override
    public synchronized void close() {
        if (begun.size() > 0) {
            write('\n');
        }
    }
}
