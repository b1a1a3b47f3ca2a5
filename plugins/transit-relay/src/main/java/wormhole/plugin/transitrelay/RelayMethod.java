package wormhole.plugin.transitrelay;

import wormhole.spi.TransitContext;
import wormhole.spi.TransitMethod;
import wormhole.spi.TransitSession;

/** {@code relay-v1}: both sides meet at a relay, their own or the other's. */
final class RelayMethod implements TransitMethod {
    static final String TYPE = "relay-v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public boolean relayed() {
        return true;
    }

    @Override
    public TransitSession open(TransitContext context) {
        return new RelaySession(context);
    }
}
