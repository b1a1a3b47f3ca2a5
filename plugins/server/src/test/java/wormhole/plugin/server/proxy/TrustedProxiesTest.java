package wormhole.plugin.server.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wormhole.plugin.server.net.IpAddress;
import wormhole.spi.WormholeException;

class TrustedProxiesTest {
    @Test
    void knowsAddressesAndNetworks() throws WormholeException {
        TrustedProxies proxies = TrustedProxies.parse(List.of("127.0.0.1, 10.0.0.0/9", "2001:db8::/33"));

        assertThat(proxies.contain(IpAddress.parse("127.0.0.1").orElseThrow())).isTrue();
        assertThat(proxies.contain(IpAddress.parse("127.0.0.2").orElseThrow())).isFalse();
        assertThat(proxies.contain(IpAddress.parse("10.127.255.255").orElseThrow()))
                .isTrue();
        assertThat(proxies.contain(IpAddress.parse("10.128.0.0").orElseThrow())).isFalse();
        assertThat(proxies.contain(IpAddress.parse("2001:db8:7fff::1").orElseThrow()))
                .isTrue();
        assertThat(proxies.contain(IpAddress.parse("2001:db8:8000::1").orElseThrow()))
                .isFalse();
        assertThat(TrustedProxies.NONE.contain(InetAddress.getLoopbackAddress()))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost", "10.0.0.0/33", "10.0.0.256", "10.0.0.0/", "::1/129", "true", "1.2.3.4,,"})
    void refusesWhatIsNoAddress(String text) {
        assertThatThrownBy(() -> TrustedProxies.parse(List.of(text))).isInstanceOf(WormholeException.class);
    }
}
