package wormhole.plugin.transitdirect;

import java.util.List;
import wormhole.spi.TransitMethod;
import wormhole.spi.WormholePlugin;

/** Direct TCP connections between the two sides. */
public final class DirectTransitPlugin implements WormholePlugin {
    @Override
    public String id() {
        return "transit-direct";
    }

    @Override
    public String description() {
        return "Direct TCP connections between the two sides, over IPv4 and IPv6";
    }

    @Override
    public List<TransitMethod> transitMethods() {
        return List.of(new DirectTcpMethod());
    }
}
