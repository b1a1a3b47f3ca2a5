package wormhole.plugin.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import wormhole.plugin.server.metrics.Metrics;
import wormhole.plugin.server.metrics.MetricsEndpoint;
import wormhole.spi.ErrorCode;
import wormhole.spi.HostedService;
import wormhole.spi.Option;
import wormhole.spi.RunningService;
import wormhole.spi.ServiceContext;
import wormhole.spi.WormholeException;

/** Shows the figures of the other services, if asked to. On this machine only: what watches from elsewhere needs a proxy. */
final class MetricsService implements HostedService {
    private static final String LOOPBACK = "127.0.0.1";

    private final Metrics metrics;

    MetricsService(Metrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public String id() {
        return "metrics";
    }

    @Override
    public String summary() {
        return "Figures of the servers for Prometheus, a health check and a page to look at";
    }

    @Override
    public List<Option> options() {
        return List.of(ServerOptions.METRICS_PORT);
    }

    @Override
    public RunningService start(ServiceContext context) throws WormholeException {
        OptionalLong port = context.options().number(ServerOptions.METRICS_PORT.key());
        if (port.isEmpty()) {
            return new Running(Map.of(), Runnable::run, List.of());
        }
        if (port.getAsLong() > ListenAddress.MAX_PORT) {
            throw new WormholeException(ErrorCode.USAGE, "'" + port.getAsLong() + "' is no port")
                    .withHint("Give --metrics-port a port from 1 to 65535, or 0 for any.");
        }
        try {
            MetricsEndpoint endpoint = MetricsEndpoint.open(
                    metrics, new InetSocketAddress(InetAddress.getLoopbackAddress(), (int) port.getAsLong()));
            String url = "http://" + LOOPBACK + ":" + endpoint.port() + "/";
            return new Running(Map.of("metrics", url), Runnable::run, List.of(endpoint::close));
        } catch (IOException e) {
            throw new WormholeException(
                            ErrorCode.ADDRESS_UNUSABLE,
                            "the metrics cannot be shown on port " + port.getAsLong() + ": " + e.getMessage(),
                            e)
                    .withHint("Choose another --metrics-port; 0 takes any free one.");
        }
    }
}
