package wormhole.plugin.server.relay;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A wire to nowhere that remembers what it was told. */
final class FakeWire implements Wire {
    private final StringBuilder written = new StringBuilder();
    boolean hasRoom = true;
    boolean reading = true;
    boolean finished;
    boolean closed;

    String written() {
        return written.toString();
    }

    @Override
    public void write(ByteBuffer bytes) {
        written.append(StandardCharsets.US_ASCII.decode(bytes));
    }

    @Override
    public boolean hasRoom() {
        return hasRoom;
    }

    @Override
    public void pauseReading() {
        reading = false;
    }

    @Override
    public void resumeReading() {
        reading = true;
    }

    @Override
    public void finishWriting() {
        finished = true;
    }

    @Override
    public void close() {
        closed = true;
    }
}
