package wormhole.plugin.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import wormhole.plugin.server.metrics.Metrics;
import wormhole.spi.RunningService;
import wormhole.spi.WormholeException;

/** A relay and a mailbox server behind something that speaks the PROXY protocol. */
class ProxyProtocolTest {
    private static final String FROM_ONE = "PROXY TCP4 192.0.2.1 10.0.0.1 1 2\r\n";
    private static final String FROM_ANOTHER = "PROXY TCP4 192.0.2.2 10.0.0.1 1 2\r\n";
    private static final String ASK = "please relay " + "0123456789abcdef".repeat(4) + " for side ";
    private static final int TIMEOUT_MILLIS = 20_000;

    @Test
    void joinsClientsAndCountsThemByWhatTheProxySays() throws Exception {
        try (RunningService relay = relay("trust-proxy", "127.0.0.1", "max-per-address", "1");
                Socket a = connect(relay, FROM_ONE + ASK + "a".repeat(16) + "\n");
                Socket b = connect(relay, FROM_ANOTHER + ASK + "b".repeat(16) + "\n")) {
            assertThat(a.getInputStream().readNBytes(3)).asString().isEqualTo("ok\n");
            assertThat(b.getInputStream().readNBytes(3)).asString().isEqualTo("ok\n");
            try (Socket tooMany = connect(relay, FROM_ONE + ASK + "c".repeat(16) + "\n")) {
                assertThat(end(tooMany)).isEmpty();
            }
        }
    }

    @Test
    void endsWhoBeginsWithoutTheHeader() throws Exception {
        try (RunningService relay = relay("trust-proxy", "127.0.0.1");
                Socket direct = connect(relay, ASK + "a".repeat(16) + "\n")) {
            assertThat(end(direct)).isEmpty();
        }
    }

    @Test
    void takesTheHeaderOfAStrangerForABadRequest() throws Exception {
        try (RunningService relay = relay("trust-proxy", "10.0.0.1");
                Socket liar = connect(relay, FROM_ONE + ASK + "a".repeat(16) + "\n")) {
            assertThat(end(liar)).isEqualTo("bad handshake\n");
        }
    }

    @Test
    void tellsAMailboxClientItsAddress() throws Exception {
        String request = """
                GET /v1 HTTP/1.1
                Host: x
                Upgrade: websocket
                Connection: Upgrade
                Sec-WebSocket-Version: 13
                Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==

                """.replace("\n", "\r\n");
        try (RunningService mailbox = StartedService.start(
                        new MailboxService(new Metrics()),
                        "mailbox-port",
                        "0",
                        "trust-proxy",
                        "127.0.0.1",
                        "proxy-protocol",
                        "websocket");
                Socket client = connect(port(mailbox, "mailbox"), FROM_ONE + request)) {
            StringBuilder heard = new StringBuilder();
            while (!heard.toString().contains("your-address") || heard.charAt(heard.length() - 1) != '}') {
                heard.append((char) client.getInputStream().read());
            }
            assertThat(heard).contains("\"port\":1,\"ipv4\":\"192.0.2.1\"");
        }
    }

    @Test
    void wantsToKnowWhoTheProxiesAre() {
        assertThatThrownBy(() -> relay().close()).hasMessageContaining("who the proxies are");
    }

    private static RunningService relay(String... options) throws WormholeException {
        String[] all = new String[options.length + 4];
        System.arraycopy(new String[] {"relay-port", "0", "proxy-protocol", "tcp"}, 0, all, 0, 4);
        System.arraycopy(options, 0, all, 4, options.length);
        return StartedService.start(new RelayService(new Metrics()), all);
    }

    private static int port(RunningService service, String endpoint) {
        String address = service.endpoints().get(endpoint);
        return Integer.parseInt(address.replaceFirst(".*:([0-9]+)(/v1)?$", "$1"));
    }

    private static Socket connect(RunningService service, String begin) throws IOException {
        return connect(port(service, "relay"), begin);
    }

    private static Socket connect(int port, String begin) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.getOutputStream().write(begin.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** What still comes until the other end has gone. */
    private static String end(Socket socket) {
        StringBuilder heard = new StringBuilder();
        try {
            for (int next = socket.getInputStream().read();
                    next >= 0;
                    next = socket.getInputStream().read()) {
                heard.append((char) next);
            }
        } catch (SocketTimeoutException e) {
            throw new AssertionError("the server does not hang up", e);
        } catch (IOException e) {
            // A connection that is reset has ended, too.
        }
        return heard.toString();
    }
}
