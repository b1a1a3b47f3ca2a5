package wormhole.engine.transit;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.charset.StandardCharsets;
import wormhole.engine.crypto.TransitKey;
import wormhole.spi.Role;

/**
 * The words by which two sides recognise each other on a connection, and by which the sender picks it (transit protocol).
 * Blocking; the caller closes the channel when it takes too long. Never reads a byte too many: records follow.
 */
final class Handshake {
    private static final byte[] GO = "go\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NEVERMIND = "nevermind\n".getBytes(StandardCharsets.US_ASCII);

    private final byte[] ours;
    private final byte[] theirs;

    Handshake(TransitKey key, Role role) {
        this.ours = key.handshake(role);
        this.theirs = key.handshake(role.other());
    }

    /** Proves to the other side that we have the key, and lets it prove the same. */
    void prove(ByteChannel channel) throws IOException {
        write(channel, ours);
        expect(channel, theirs, "it is not the other side of this wormhole");
    }

    /** The sender's word that this is the connection. */
    void pick(ByteChannel channel) throws IOException {
        write(channel, GO);
    }

    /** The sender's word that another connection was faster. */
    void refuse(ByteChannel channel) throws IOException {
        write(channel, NEVERMIND);
    }

    /** Waits until the sender picks this connection. */
    void awaitPick(ByteChannel channel) throws IOException {
        expect(channel, GO, "the other side took another path");
    }

    private static void write(ByteChannel channel, byte[] line) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(line);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    /** Compares as bytes come, so that a stranger is sent away at its first wrong byte. */
    private static void expect(ByteChannel channel, byte[] wanted, String otherwise) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(wanted.length);
        int checked = 0;
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new EOFException("the other end closed the connection");
            }
            for (; checked < buffer.position(); checked++) {
                if (buffer.get(checked) != wanted[checked]) {
                    throw new IOException(otherwise);
                }
            }
        }
    }
}
