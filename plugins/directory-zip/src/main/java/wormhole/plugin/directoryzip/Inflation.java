package wormhole.plugin.directoryzip;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Undoes the compression of one entry. */
final class Inflation {
    private static final int BUFFER_BYTES = 64 * 1024;

    private final Inflater inflater = new Inflater(true);
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);

    /** Starts anew, for another entry. */
    void reset() {
        inflater.reset();
    }

    /** Whether the end of what was compressed was seen. */
    boolean isFinished() {
        return inflater.finished();
    }

    /** Whether all that it took is used up, and there should be more. */
    boolean wantsMore() {
        return inflater.needsInput() && !inflater.finished();
    }

    /** Takes a piece, which must stay as it is until it is used up. */
    void take(ByteBuffer packed) {
        inflater.setInput(packed);
    }

    /** What comes of it, as much as there is room for at once, valid until the next call. */
    ByteBuffer next() throws IOException {
        try {
            inflater.inflate(buffer.clear());
            if (inflater.needsDictionary()) {
                throw new IOException("its compression needs a dictionary");
            }
            return buffer.flip();
        } catch (DataFormatException e) {
            throw new IOException(e.getMessage() == null ? "its compression is damaged" : e.getMessage(), e);
        }
    }

    void close() {
        inflater.end();
    }
}
