package wormhole.library;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import wormhole.engine.ClientSettings;
import wormhole.engine.plugin.PluginLoader;
import wormhole.engine.plugin.PluginRegistry;
import wormhole.engine.transit.RelayAddresses;
import wormhole.spi.HostedService;
import wormhole.spi.OptionValues;
import wormhole.spi.RunningService;
import wormhole.spi.ServiceContext;
import wormhole.spi.UserInterface;
import wormhole.spi.WormholeException;
import wormhole.spi.testkit.RecordingUserInterface;

/** The built plugins, and their servers on loopback. */
public final class LocalServers implements AutoCloseable {
    private static final Map<String, List<String>> ANY_PORT = Map.of(
            "host", List.of("127.0.0.1"),
            "mailbox-port", List.of("0"),
            "relay-port", List.of("0"),
            "relay-websocket-port", List.of("0"));

    private final PluginRegistry plugins = PluginLoader.load(List.of(Path.of("target/plugins")));
    private final List<RunningService> running = new ArrayList<>();
    private final Map<String, String> endpoints = new LinkedHashMap<>();

    private LocalServers() {}

    public static LocalServers start() throws WormholeException {
        LocalServers servers = new LocalServers();
        for (HostedService service : servers.plugins.hostedServices()) {
            RunningService started = service.start(new Context());
            servers.running.add(started);
            servers.endpoints.putAll(started.endpoints());
        }
        return servers;
    }

    public PluginRegistry plugins() {
        return plugins;
    }

    public URI mailbox() {
        return URI.create(endpoints.get("mailbox"));
    }

    /** The relay's address, as an option takes it. */
    public String relay() {
        return endpoints.get("relay");
    }

    /** Settings that use these servers only. */
    public ClientSettings settings() throws WormholeException {
        return settingsWithRelay("relay");
    }

    public ClientSettings settingsWithRelay(String endpoint) throws WormholeException {
        return ClientSettings.defaults()
                .withMailboxServer(mailbox())
                .withRelays(List.of(RelayAddresses.parse(endpoints.get(endpoint))));
    }

    @Override
    public void close() {
        running.forEach(RunningService::close);
    }

    private record Context(UserInterface ui) implements ServiceContext {
        Context() {
            this(new RecordingUserInterface());
        }

        @Override
        public OptionValues options() {
            return OptionValues.of(ANY_PORT, Path.of("").toAbsolutePath());
        }
    }
}
