package wormhole.plugin.transitdirect;

import wormhole.spi.TransitContext;
import wormhole.spi.TransitMethod;
import wormhole.spi.TransitSession;
import wormhole.spi.WormholeException;

/** {@code direct-tcp-v1}: listens, tells its addresses, and dials the peer's. */
final class DirectTcpMethod implements TransitMethod {
    static final String TYPE = "direct-tcp-v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public TransitSession open(TransitContext context) throws WormholeException {
        return DirectTcpSession.open(context);
    }
}
