package wormhole.plugin.server;

import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wormhole.plugin.server.metrics.Metrics;
import wormhole.plugin.server.net.EventLoop;
import wormhole.plugin.server.relay.RelayUsage;
import wormhole.plugin.server.relay.RelayWatcher;
import wormhole.plugin.server.relay.TcpWire;
import wormhole.plugin.server.relay.TransitRelay;
import wormhole.plugin.server.relay.WebSocketWire;
import wormhole.plugin.server.websocket.SocketLimits;
import wormhole.plugin.server.websocket.WebSocketEndpoint;
import wormhole.spi.HostedService;
import wormhole.spi.Option;
import wormhole.spi.OptionValues;
import wormhole.spi.RunningService;
import wormhole.spi.ServiceContext;
import wormhole.spi.WormholeException;

/** The transit relay, over TCP and, if asked for, over WebSocket. */
final class RelayService implements HostedService {
    private static final String NAME = "transit relay";
    private static final Duration CHECK_INTERVAL = Duration.ofSeconds(1);
    private static final int MAX_FRAME_BYTES = 1 << 20;
    /** What one client may hold back, if it stops reading. */
    private static final int BYTES_A_CLIENT = 128 << 10;

    private final Metrics metrics;

    RelayService(Metrics metrics) {
        this.metrics = metrics;
    }

    /** Passes on what the relay tells. */
    private record Watcher(Metrics metrics, Optional<UsageLog> log) implements RelayWatcher {
        @Override
        public void has(int connections, int waiting) {
            metrics.relayHas(connections, waiting);
        }

        @Override
        public void carried(int bytes) {
            metrics.relayed(bytes);
        }

        @Override
        public void ended(String mood) {
            metrics.relayEnded(mood);
        }

        @Override
        public void used(RelayUsage usage) {
            log.ifPresent(known -> known.write(usage));
        }
    }

    @Override
    public String id() {
        return "relay";
    }

    @Override
    public String summary() {
        return "A transit relay, which joins two clients that cannot reach each other";
    }

    @Override
    public List<Option> options() {
        List<Option> options = new ArrayList<>(
                List.of(ServerOptions.HOST, ServerOptions.RELAY_PORT, ServerOptions.RELAY_WEBSOCKET_PORT));
        options.addAll(List.of(ServerOptions.USAGE_LOG, ServerOptions.BLUR_USAGE));
        options.addAll(List.of(ServerOptions.TLS_CERT, ServerOptions.TLS_KEY));
        options.addAll(ProxyOptions.OPTIONS);
        options.addAll(LimitOptions.forConnections());
        return options;
    }

    @Override
    public RunningService start(ServiceContext context) throws WormholeException {
        EventLoop loop = EventLoop.start(NAME, System::nanoTime);
        List<Runnable> stops = new ArrayList<>(List.of(loop::close));
        try {
            Entrance entrance = Entrance.open(context, loop, NAME);
            stops.add(0, entrance::close);
            return new Running(serve(context.options(), loop, entrance, stops), Runnable::run, stops);
        } catch (WormholeException | RuntimeException e) {
            stops.forEach(Runnable::run);
            throw e;
        }
    }

    /** Opens the ports, and tells where they are. */
    private Map<String, String> serve(OptionValues options, EventLoop loop, Entrance entrance, List<Runnable> stops)
            throws WormholeException {
        Map<String, String> endpoints = new LinkedHashMap<>();
        ListenAddress address = ListenAddress.from(options, ServerOptions.RELAY_PORT.key());
        ServerSocketChannel channel = address.bind(NAME);
        TransitRelay relay = new TransitRelay(loop::now, new Watcher(metrics, UsageLog.from(options)));
        loop.every(CHECK_INTERVAL, relay::checkTimes);
        entrance.listen(channel, maxClients(options), connection -> new TcpWire(loop, relay, connection));
        endpoints.put("relay", "tcp:" + address.reachableAt(channel));
        if (options.text(ServerOptions.RELAY_WEBSOCKET_PORT.key()).isPresent()) {
            ListenAddress webAddress = ListenAddress.from(options, ServerOptions.RELAY_WEBSOCKET_PORT.key());
            ServerSocketChannel webChannel = webAddress.bind(NAME);
            SocketLimits limits = new SocketLimits(MAX_FRAME_BYTES, 4 * MAX_FRAME_BYTES, maxClients(options));
            WebSocketEndpoint endpoint = entrance.listen(
                    webChannel,
                    WebSocketEndpoint.ANY_PATH,
                    limits,
                    "",
                    socket -> new WebSocketWire(loop, relay, socket));
            stops.add(0, endpoint::close);
            endpoints.put("relay-websocket", entrance.scheme() + "://" + webAddress.reachableAt(webChannel));
        }
        return endpoints;
    }

    private static int maxClients(OptionValues options) throws WormholeException {
        long fitting = Runtime.getRuntime().maxMemory() / 2 / BYTES_A_CLIENT;
        return (int) Math.min(fitting, LimitOptions.connections(options));
    }
}
