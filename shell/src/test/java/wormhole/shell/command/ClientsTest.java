package wormhole.shell.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import wormhole.engine.ClientSettings;
import wormhole.engine.TransitPolicy;
import wormhole.spi.OptionValues;
import wormhole.spi.RelayAddress;
import wormhole.spi.WormholeException;

class ClientsTest {
    @Test
    void withoutOptionsThePublicServersAreUsed() throws WormholeException {
        assertThat(settings(Map.of())).isEqualTo(ClientSettings.defaults());
    }

    @Test
    void optionsReplaceTheDefaults() throws WormholeException {
        ClientSettings settings = settings(Map.of(
                "relay-url", List.of("ws://localhost:4000/v1"),
                "transit-helper", List.of("tcp:localhost:4001", "wss://relay.example.com/"),
                "appid", List.of("example.com/mine"),
                "transit", List.of("relay"),
                "listen", List.of("false")));

        assertThat(settings)
                .isEqualTo(new ClientSettings(
                        URI.create("ws://localhost:4000/v1"),
                        List.of(
                                new RelayAddress.Tcp("localhost", 4001, 0),
                                new RelayAddress.WebSocket(URI.create("wss://relay.example.com/"), 0)),
                        "example.com/mine",
                        TransitPolicy.RELAY,
                        false));
    }

    @Test
    void anEmptyRelayMeansNone() throws WormholeException {
        assertThat(settings(Map.of("transit-helper", List.of(""))).relays()).isEmpty();
    }

    @Test
    void directMeansNoRelay() throws WormholeException {
        assertThat(settings(Map.of("transit", List.of("direct"))).transit()).isEqualTo(TransitPolicy.DIRECT);
    }

    private static ClientSettings settings(Map<String, List<String>> values) throws WormholeException {
        return Clients.settings(OptionValues.of(values, Path.of("/")));
    }
}
