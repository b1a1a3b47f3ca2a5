package wormhole.plugin.server.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wormhole.spi.WormholeException;

class ClientHeaderTest {
    private TrustedProxies trusted;

    @BeforeEach
    void trustSome() throws WormholeException {
        trusted = TrustedProxies.parse(List.of("10.0.0.0/8"));
    }

    @Test
    void takesTheLastOneThatIsNoTrustedProxy() {
        assertThat(forwardedFor("192.0.2.1")).isEqualTo("192.0.2.1:0");
        assertThat(forwardedFor("192.0.2.1, 10.1.1.1,10.2.2.2")).isEqualTo("192.0.2.1:0");
        assertThat(forwardedFor("192.0.2.1:70")).isEqualTo("192.0.2.1:70");
        assertThat(forwardedFor("[2001:db8::1]:70")).isEqualTo("2001:db8:0:0:0:0:0:1:70");
        assertThat(forwardedFor("2001:db8::1")).isEqualTo("2001:db8:0:0:0:0:0:1:0");
        assertThat(forwardedFor("10.1.1.1")).as("a proxy's own request").isEqualTo("10.1.1.1:0");
    }

    @Test
    void doesNotBelieveWhatAClientWroteBefore() {
        assertThat(forwardedFor("203.0.113.1, 192.0.2.1")).isEqualTo("192.0.2.1:0");
        assertThat(forwardedFor("10.3.3.3, 203.0.113.1; 192.0.2.1"))
                .as("two headers")
                .isEqualTo("192.0.2.1:0");
        assertThat(forwardedFor("<script>, 10.1.1.1")).isEqualTo("10.1.1.1:0");
        assertThat(forwarded("for=203.0.113.1, for=192.0.2.1")).isEqualTo("192.0.2.1:0");
        assertThat(forwarded("for=\"; For=\"[2001:db8::1]:9\";proto=https")).isEqualTo("2001:db8:0:0:0:0:0:1:9");
        assertThat(forwarded("for=192.0.2.1;x-for=203.0.113.1")).isEqualTo("192.0.2.1:0");
    }

    @Test
    void knowsNobodyFromWhatIsNoAddress() {
        assertThat(forwardedFor("")).isEmpty();
        assertThat(forwardedFor("localhost")).isEmpty();
        assertThat(forwardedFor("1.2.3.999")).isEmpty();
        assertThat(forwardedFor("1".repeat(10_000))).isEmpty();
        assertThat(forwardedFor("[::1%eth0]:1")).isEmpty();
        assertThat(forwarded("for=unknown")).isEmpty();
        assertThat(forwarded("for=_hidden")).isEmpty();
        assertThat(forwarded("by=192.0.2.1")).isEmpty();
    }

    @Test
    void looksAtNoHeaderButTheOneThatTheProxyWrites() {
        Map<String, String> headers =
                Map.of("X-Real-IP", "203.0.113.1", "X-Forwarded-For", "192.0.2.1", "X-Real-Port", "5");

        assertThat(ClientHeader.X_FORWARDED_FOR.client(name -> headers.getOrDefault(name, ""), trusted))
                .hasValueSatisfying(client -> assertThat(client.toString()).isEqualTo("/192.0.2.1:0"));
        assertThat(ClientHeader.X_REAL_IP.client(name -> headers.getOrDefault(name, ""), trusted))
                .hasValueSatisfying(client -> assertThat(client.toString()).isEqualTo("/203.0.113.1:5"));
    }

    private String forwardedFor(String text) {
        return client(ClientHeader.X_FORWARDED_FOR, "X-Forwarded-For", text);
    }

    private String forwarded(String text) {
        return client(ClientHeader.FORWARDED, "Forwarded", text);
    }

    private String client(ClientHeader header, String name, String text) {
        return header.client(asked -> asked.equals(name) ? text : "", trusted)
                .map(client -> client.getAddress().getHostAddress() + ":" + client.getPort())
                .orElse("");
    }
}
