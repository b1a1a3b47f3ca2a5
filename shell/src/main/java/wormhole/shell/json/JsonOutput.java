package wormhole.shell.json;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import wormhole.spi.Event;
import wormhole.spi.WormholeException;

/** Turns what a command lists into events, one for each flush. */
final class JsonOutput extends OutputStream {
    private final JsonLines lines;
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    JsonOutput(JsonLines lines) {
        this.lines = lines;
    }

    @Override
    public void write(int b) {
        written.write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        written.write(bytes, offset, length);
    }

    @Override
    public void flush() throws IOException {
        if (written.size() > 0) {
            lines.write(Event.named("output").with("text", written.toString(StandardCharsets.UTF_8)));
            written.reset();
        }
        try {
            lines.check();
        } catch (WormholeException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public void close() throws IOException {
        flush();
    }
}
