package example.unixsocket;

import java.io.IOException;
import java.nio.file.Path;
import wormhole.spi.ErrorCode;
import wormhole.spi.TransitContext;
import wormhole.spi.TransitMethod;
import wormhole.spi.TransitSession;
import wormhole.spi.WormholeException;

/** The method: only brings bytes from one side to the other; the host proves who it is, and encrypts. */
final class UnixSocketMethod implements TransitMethod {
    static final String TYPE = "unix-socket-v1";

    /** Where both sides look for sockets. */
    private final Path folder = Path.of(System.getProperty("java.io.tmpdir"));

    @Override
    public String type() {
        return TYPE;
    }

    /** Called once for each transfer. If it fails, the other methods are used. */
    @Override
    public TransitSession open(TransitContext context) throws WormholeException {
        try {
            Listener listener = context.mayListen() ? Listener.open(folder, context::incoming) : null;
            if (listener != null) {
                context.executor().execute(listener);
            }
            return new UnixSocketSession(folder, listener);
        } catch (IOException | UnsupportedOperationException e) {
            throw new WormholeException(ErrorCode.ADDRESS_UNUSABLE, "cannot open a Unix socket: " + e.getMessage(), e);
        }
    }
}
