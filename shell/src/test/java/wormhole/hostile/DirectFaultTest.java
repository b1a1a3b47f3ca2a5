package wormhole.hostile;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import wormhole.engine.ClientSettings;
import wormhole.engine.TransitPolicy;
import wormhole.engine.plugin.PluginRegistry;
import wormhole.spi.Role;

/** The way is a direct connection, whoever of the two dialled it. */
class DirectFaultTest extends PathFaultTest {
    private Optional<FaultProxy> proxy = Optional.empty();
    private Optional<Fault> fault = Optional.empty();

    @Override
    PluginRegistry plugins(ClientSettings settings) {
        return DetouredTransit.in(super.plugins(settings), this::detour);
    }

    private FaultProxy detour(int port) throws IOException {
        FaultProxy started = FaultProxy.to(port, connection -> fault);
        proxy = Optional.of(started);
        return started;
    }

    @AfterEach
    void stopProxy() throws Exception {
        if (proxy.isPresent()) {
            proxy.get().close();
        }
        proxy = Optional.empty();
    }

    @Override
    Transfer transfer(Spot spot) throws Exception {
        fault = Optional.of(spot.after(0));
        ClientSettings direct = servers.settings().withTransit(TransitPolicy.DIRECT);
        Running sending = sendFile(direct.withListening(spot.dials() == Role.RECEIVER));
        Running receiving = receive(direct.withListening(spot.dials() == Role.SENDER));
        return ended(sending, receiving, () -> proxy.map(FaultProxy::hasStruck).orElse(false));
    }
}
