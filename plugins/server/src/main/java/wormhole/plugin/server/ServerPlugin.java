package wormhole.plugin.server;

import java.util.List;
import wormhole.plugin.server.metrics.Metrics;
import wormhole.spi.HostedService;
import wormhole.spi.WormholePlugin;

/** A mailbox server and a transit relay. */
public final class ServerPlugin implements WormholePlugin {
    @Override
    public String id() {
        return "server";
    }

    @Override
    public String description() {
        return "A mailbox server and a transit relay that anyone can run";
    }

    @Override
    public List<HostedService> hostedServices() {
        Metrics metrics = new Metrics();
        return List.of(new MailboxService(metrics), new RelayService(metrics), new MetricsService(metrics));
    }
}
