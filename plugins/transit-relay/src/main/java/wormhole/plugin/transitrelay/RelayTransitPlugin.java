package wormhole.plugin.transitrelay;

import java.util.List;
import wormhole.spi.TransitMethod;
import wormhole.spi.WormholePlugin;

/** Connections through a transit relay, where no direct one can be made. */
public final class RelayTransitPlugin implements WormholePlugin {
    @Override
    public String id() {
        return "transit-relay";
    }

    @Override
    public String description() {
        return "Connections through a transit relay, over TCP and WebSocket";
    }

    @Override
    public List<TransitMethod> transitMethods() {
        return List.of(new RelayMethod());
    }
}
