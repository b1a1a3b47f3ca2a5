package wormhole.plugin.server.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

class ClientAddressTest {
    private final ClientAddress seen = new ClientAddress("127.0.0.1", 999);

    @Test
    void believesAProxyThatReportsAnAddress() {
        assertThat(seen.reportedAs("2001:db8::1", "1234")).isEqualTo(new ClientAddress("2001:db8::1", 1234));
        assertThat(seen.reportedAs("192.0.2.7", "")).isEqualTo(new ClientAddress("192.0.2.7", 999));
    }

    @Test
    void staysWithWhatItSeesIfTheReportIsNoAddress() {
        assertThat(seen.reportedAs("", "")).isEqualTo(seen);
        assertThat(seen.reportedAs("<script>", "1")).isEqualTo(seen);
        assertThat(seen.reportedAs("1".repeat(1000), "1")).isEqualTo(seen);
    }

    @Test
    void leavesTheZoneOut() throws UnknownHostException {
        InetSocketAddress remote = new InetSocketAddress(InetAddress.getByName("fe80::1%1"), 5);

        assertThat(ClientAddress.of(remote).host()).isEqualTo("fe80:0:0:0:0:0:0:1");
    }
}
