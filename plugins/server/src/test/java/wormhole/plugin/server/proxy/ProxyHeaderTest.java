package wormhole.plugin.server.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyHeaderTest {
    private static final String SIGNATURE = "0d0a0d0a000d0a515549540a";

    @Test
    void readsALine() throws ProxyHeader.Malformed {
        assertThat(client(line("PROXY TCP4 192.0.2.1 10.0.0.1 56324 443\r\n"))).isEqualTo("192.0.2.1:56324");
        assertThat(client(line("PROXY TCP6 2001:db8::1 ::1 1 2\r\n"))).isEqualTo("2001:db8:0:0:0:0:0:1:1");
        assertThat(client(line("PROXY UNKNOWN\r\n"))).isEmpty();
        assertThat(client(line("PROXY UNKNOWN whatever it says\r\n"))).isEmpty();
    }

    @Test
    void readsBytes() throws ProxyHeader.Malformed {
        assertThat(client(hex(SIGNATURE + "2111000c" + "c0000201" + "0a000001" + "dc0401bb")))
                .isEqualTo("192.0.2.1:56324");
        String ipv6 = "20010db8000000000000000000000001" + "00".repeat(16) + "00010002";
        assertThat(client(hex(SIGNATURE + "21210027" + ipv6 + "040000"))).isEqualTo("2001:db8:0:0:0:0:0:1:1");
        assertThat(client(hex(SIGNATURE + "20000000"))).as("the proxy itself").isEmpty();
        assertThat(client(hex(SIGNATURE + "21000000"))).as("of no kind").isEmpty();
    }

    @Test
    void leavesWhatFollows() throws ProxyHeader.Malformed {
        ByteBuffer bytes = line("PROXY UNKNOWN\r\nplease relay");
        ProxyHeader.read(bytes);
        assertThat(StandardCharsets.US_ASCII.decode(bytes).toString()).isEqualTo("please relay");
        ByteBuffer binary = hex(SIGNATURE + "20000001" + "ff" + "abcd");
        ProxyHeader.read(binary);
        assertThat(binary.remaining()).isEqualTo(2);
    }

    @Test
    void waitsForTheRest() throws ProxyHeader.Malformed {
        for (ByteBuffer whole :
                new ByteBuffer[] {line("PROXY TCP4 192.0.2.1 10.0.0.1 56324 443\r\n"), hex(SIGNATURE + "2000000100")}) {
            for (int i = 0; i < whole.limit(); i++) {
                assertThat(ProxyHeader.read(whole.slice(0, i)))
                        .as("%d bytes", i)
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "please relay",
                "GET / HTTP/1.1\r\n",
                "PROXY TCP4 localhost 10.0.0.1 1 2\r\n",
                "PROXY TCP4 192.0.2.999 10.0.0.1 1 2\r\n",
                "PROXY TCP4 192.0.2.1 10.0.0.1 99999 2\r\n",
                "PROXY TCP4 192.0.2.1\r\n",
                "PROXY UDP4 192.0.2.1 10.0.0.1 1 2\r\n",
                "proxy tcp4 192.0.2.1 10.0.0.1 1 2\r\n",
                "PROXY UNKNOWN aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void refusesOtherLines(String text) {
        assertThatThrownBy(() -> ProxyHeader.read(line(text))).isInstanceOf(ProxyHeader.Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1111000c", "2211000c", "2111ffff", "21110004c0000201"})
    void refusesOtherBytes(String text) {
        assertThatThrownBy(() -> ProxyHeader.read(hex(SIGNATURE + text))).isInstanceOf(ProxyHeader.Malformed.class);
    }

    private static ByteBuffer line(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static ByteBuffer hex(String text) {
        return ByteBuffer.wrap(HexFormat.of().parseHex(text));
    }

    private static String client(ByteBuffer bytes) throws ProxyHeader.Malformed {
        Optional<InetSocketAddress> client =
                ProxyHeader.read(bytes).orElseThrow().client();
        return client.map(at -> at.getAddress().getHostAddress() + ":" + at.getPort())
                .orElse("");
    }
}
