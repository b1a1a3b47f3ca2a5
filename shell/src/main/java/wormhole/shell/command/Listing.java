package wormhole.shell.command;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;

/** Writes what was asked for, and notices when it can't be written. */
public final class Listing {
    private Listing() {}

    static void write(OutputStream output, List<String> lines) throws WormholeException {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line).append('\n'));
        write(output, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Writes and flushes. */
    public static void write(OutputStream output, byte[] bytes) throws WormholeException {
        try {
            output.write(bytes);
            output.flush();
        } catch (IOException e) {
            throw new WormholeException(
                    ErrorCode.FILE_UNUSABLE, "cannot write to standard output: " + e.getMessage(), e);
        }
    }
}
