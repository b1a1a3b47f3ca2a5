package example.unixsocket;

import java.util.List;
import wormhole.spi.TransitMethod;
import wormhole.spi.WormholePlugin;

/** Adds a way between two processes of one machine that touches no network. */
public final class UnixSocketPlugin implements WormholePlugin {
    @Override
    public String id() {
        return "unix-socket";
    }

    @Override
    public String description() {
        return "Brings data over a Unix domain socket if both sides are on one machine";
    }

    @Override
    public List<TransitMethod> transitMethods() {
        return List.of(new UnixSocketMethod());
    }
}
