package wormhole.shell.json;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;

/** Reads answers from a stream whose reads cannot be interrupted, so that waiting for them can be. */
final class AnswerReader {
    /** Beyond every sensible answer; what is longer is cut, and then no JSON any more. */
    private static final int MAX_LINE = 4 << 20;

    private final InputStream input;
    private final BlockingQueue<Optional<byte[]>> lines = new LinkedBlockingQueue<>();
    private boolean started;

    AnswerReader(InputStream input) {
        this.input = input;
    }

    /** Waits for the next answer; empty at the end of input. */
    synchronized Optional<Answer> next() throws WormholeException {
        if (!started) {
            started = true;
            Thread reader = new Thread(this::readAll, "answers");
            reader.setDaemon(true);
            reader.start();
        }
        try {
            Optional<byte[]> line = lines.take();
            if (line.isEmpty()) {
                lines.add(line);
            }
            return line.map(Answer::parse);
        } catch (InterruptedException e) {
            throw new WormholeException(ErrorCode.INTERRUPTED, "interrupted", e);
        }
    }

    private void readAll() {
        try (InputStream bytes = new BufferedInputStream(input)) {
            Optional<byte[]> line = line(bytes);
            while (line.isPresent()) {
                if (line.get().length > 0) {
                    lines.add(line);
                }
                line = line(bytes);
            }
        } catch (IOException e) {
            // Input that cannot be read has ended.
        }
        lines.add(Optional.empty());
    }

    private static Optional<byte[]> line(InputStream bytes) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = bytes.read();
        boolean ended = next < 0;
        while (next >= 0 && next != '\n') {
            if (next != '\r' && line.size() < MAX_LINE) {
                line.write(next);
            }
            next = bytes.read();
        }
        return ended ? Optional.empty() : Optional.of(line.toByteArray());
    }
}
