package wormhole.plugin.server.relay;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Collects the first line of a TCP connection. */
final class RequestReader {
    private static final String TOO_LONG = "";

    private final ByteArrayOutputStream line = new ByteArrayOutputStream(RelayRequest.MAX_LENGTH);

    /** Takes bytes up to the newline; the line without it once it is there, or something bad once it is too long. */
    Optional<String> read(ByteBuffer bytes) {
        while (bytes.hasRemaining()) {
            byte next = bytes.get();
            if (next == '\n') {
                return Optional.of(line.toString(StandardCharsets.ISO_8859_1));
            }
            line.write(next);
            if (line.size() > RelayRequest.MAX_LENGTH) {
                return Optional.of(TOO_LONG);
            }
        }
        return Optional.empty();
    }
}
