package wormhole.plugin.server.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

class ClientAddressTest {
    @Test
    void leavesTheZoneOut() throws UnknownHostException {
        InetSocketAddress remote = new InetSocketAddress(InetAddress.getByName("fe80::1%1"), 5);

        assertThat(ClientAddress.of(remote).host()).isEqualTo("fe80:0:0:0:0:0:0:1");
    }
}
