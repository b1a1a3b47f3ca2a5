package wormhole.plugin.transitrelay;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.charset.StandardCharsets;

/**
 * What is said to a relay before it connects the two sides (transit protocol, "relay handshake").
 *
 * @param token the same on both sides, 64 hexadecimal digits
 * @param side ours, 16 hexadecimal digits
 */
record RelayRequest(String token, String side) {
    private static final int MAX_ANSWER_BYTES = 20;

    /** Asks, and waits until the other side has come to the relay, too. Reads nothing behind the answer. */
    void make(ByteChannel channel) throws IOException {
        ByteBuffer line = ByteBuffer.wrap(
                ("please relay " + token + " for side " + side + "\n").getBytes(StandardCharsets.US_ASCII));
        while (line.hasRemaining()) {
            channel.write(line);
        }
        String answer = readLine(channel);
        if (!answer.equals("ok")) {
            throw new IOException(
                    answer.equals("bad handshake") || answer.equals("impatient")
                            ? "the relay says '" + answer + "'"
                            : "it is no transit relay");
        }
    }

    private static String readLine(ByteChannel channel) throws IOException {
        StringBuilder line = new StringBuilder();
        ByteBuffer one = ByteBuffer.allocate(1);
        while (line.length() < MAX_ANSWER_BYTES) {
            if (channel.read(one.clear()) < 0) {
                throw new EOFException("the relay closed the connection");
            }
            char read = (char) (one.get(0) & 0xff);
            if (read == '\n') {
                break;
            }
            line.append(read);
        }
        return line.toString();
    }
}
