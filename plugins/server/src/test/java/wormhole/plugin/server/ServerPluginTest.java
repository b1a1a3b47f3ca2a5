package wormhole.plugin.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import wormhole.spi.HostedService;
import wormhole.spi.WormholePlugin;

class ServerPluginTest {
    @Test
    void isFoundByTheServiceLoader() {
        List<WormholePlugin> plugins = ServiceLoader.load(WormholePlugin.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();

        assertThat(plugins).extracting(WormholePlugin::id).containsExactly("server");
        assertThat(plugins.get(0).hostedServices())
                .extracting(HostedService::id)
                .containsExactly("mailbox", "relay", "metrics");
    }
}
