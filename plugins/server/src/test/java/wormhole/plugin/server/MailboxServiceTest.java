package wormhole.plugin.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wormhole.plugin.server.metrics.Metrics;
import wormhole.plugin.server.tls.CertificateFiles;
import wormhole.plugin.server.tls.TestCertificate;
import wormhole.plugin.server.websocket.WebSocketPeer;
import wormhole.spi.ErrorCode;
import wormhole.spi.RunningService;
import wormhole.spi.WormholeException;

class MailboxServiceTest {
    private RunningService service;

    @BeforeEach
    void start() throws WormholeException {
        service = StartedService.start(new MailboxService(new Metrics()), "mailbox-port", "0", "motd", "hello");
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void letsTwoClientsMeet() throws InterruptedException {
        try (WebSocketPeer a = bound("a");
                WebSocketPeer b = bound("b")) {
            String nameplate = value(say(a, "{'type':'allocate'}").hear("allocated"), "nameplate");
            String claim = "{'type':'claim','nameplate':'" + nameplate + "'}";
            String mailbox = value(say(a, claim).hear("claimed"), "mailbox");
            assertThat(value(say(b, claim).hear("claimed"), "mailbox")).isEqualTo(mailbox);
            String open = "{'type':'open','mailbox':'" + mailbox + "'}";
            say(a, open);
            say(b, open);

            say(a, "{'type':'add','phase':'pake','body':'c0de'}");

            assertThat(value(a.hear("message"), "body")).isEqualTo("c0de");
            assertThat(value(b.hear("message"), "side")).isEqualTo("a");
            say(a, "{'type':'close','mood':'happy'}").hear("closed");
            say(b, "{'type':'close','mood':'happy'}").hear("closed");
        }
    }

    @Test
    void welcomesWithMotdAndTheClientsAddress() throws InterruptedException {
        try (WebSocketPeer peer = new WebSocketPeer(url())) {
            assertThat(peer.hear("welcome")).contains("\"motd\":\"hello\"").contains("\"ipv4\":\"127.0.0.1\"");
        }
    }

    @Test
    void believesAProxyAboutTheClientsAddress() throws InterruptedException {
        try (WebSocketPeer peer = new WebSocketPeer(url(), "X-Real-IP", "2001:db8::7", "X-Real-Port", "77")) {
            assertThat(peer.hear("welcome")).contains("\"port\":77,\"ipv6\":\"2001:db8:0:0:0:0:0:7\"");
        }
    }

    @Test
    void countsClientsByTheAddressThatATrustedProxyReports() throws InterruptedException, WormholeException {
        RunningService proxied = StartedService.start(
                new MailboxService(new Metrics()),
                "mailbox-port",
                "0",
                "trust-proxy",
                "127.0.0.1",
                "max-per-address",
                "1");
        String url = proxied.endpoints().get("mailbox");
        String header = "X-Forwarded-For";
        try (WebSocketPeer first = new WebSocketPeer(url, header, "203.0.113.9, 192.0.2.1");
                WebSocketPeer same = new WebSocketPeer(url, header, "192.0.2.1");
                WebSocketPeer other = new WebSocketPeer(url, header, "192.0.2.2")) {
            assertThat(first.hear("welcome")).contains("\"ipv4\":\"192.0.2.1\"");
            assertThat(same.hear("welcome")).contains("\"error\":\"too many connections from your address");
            assertThat(same.hear(WebSocketPeer.CLOSED)).contains("1000");
            assertThat(other.hear("welcome")).contains("your-address");
            first.hangUp();
        } finally {
            proxied.close();
        }
    }

    @Test
    void doesNotBelieveAnybodyElseAboutTheClientsAddress() throws InterruptedException, WormholeException {
        RunningService proxied =
                StartedService.start(new MailboxService(new Metrics()), "mailbox-port", "0", "trust-proxy", "10.0.0.1");
        try (WebSocketPeer peer =
                new WebSocketPeer(proxied.endpoints().get("mailbox"), "X-Forwarded-For", "203.0.113.9")) {
            assertThat(peer.hear("welcome")).contains("\"ipv4\":\"127.0.0.1\"");
        } finally {
            proxied.close();
        }
    }

    @Test
    void speaksTlsWithTheCertificateOfTheFiles(@TempDir Path folder) throws Exception {
        TestCertificate certificate = TestCertificate.make(folder, "tls", "EC");
        CertificateFiles files = certificate.writeTo(folder);
        RunningService secured = StartedService.start(
                new MailboxService(new Metrics()),
                "mailbox-port",
                "0",
                "tls-cert",
                files.certificates().toString(),
                "tls-key",
                files.key().toString());
        String url = secured.endpoints().get("mailbox");
        assertThat(url).startsWith("wss://127.0.0.1:");
        try (WebSocketPeer peer = new WebSocketPeer(certificate.trusting(), url)) {
            assertThat(peer.hear("welcome")).contains("your-address");
            peer.say("{\"type\":\"ping\",\"ping\":7}");
            assertThat(peer.hear("pong")).contains("7");
        } finally {
            secured.close();
        }
    }

    @Test
    void takesBinaryFramesLikeText() throws InterruptedException {
        try (WebSocketPeer peer = new WebSocketPeer(url())) {
            peer.send("{\"type\":\"ping\",\"ping\":5}");

            assertThat(peer.hear("pong")).contains("\"pong\":5");
        }
    }

    @Test
    void endsAConnectionThatSendsMoreThanAFrameMayHold() throws InterruptedException {
        try (WebSocketPeer peer = bound("a")) {
            say(peer, "{'type':'open','mailbox':'m'}");
            String body = "0".repeat(3 << 20);
            assertThat(say(peer, "{'type':'add','phase':'0','body':'" + body + "'}")
                            .hear("message"))
                    .hasSizeGreaterThan(3 << 20);

            peer.say("x".repeat((4 << 20) + 1));

            assertThat(peer.hear(WebSocketPeer.CLOSED)).contains("1009");
        }
    }

    @Test
    void replaysALargeMailboxToSomebodyWhoReadsSlowly() throws InterruptedException {
        try (WebSocketPeer a = bound("a");
                WebSocketPeer b = bound("b")) {
            say(a, "{'type':'open','mailbox':'m'}");
            for (int i = 0; i < 100; i++) {
                say(a, "{'type':'add','phase':'" + i + "','body':'" + "0".repeat(100_000) + "'}");
            }
            a.hear("\"phase\":\"99\"");

            say(b, "{'type':'open','mailbox':'m'}");

            for (int i = 0; i < 100; i++) {
                assertThat(b.hear("message")).contains("\"phase\":\"" + i + "\"");
            }
        }
    }

    @Test
    void dropsAClientThatFloodsWithoutReading() throws IOException {
        try (Socket socket = rawWebSocket()) {
            byte[] ping = maskedText("{\"type\":\"ping\",\"ping\":\"" + "x".repeat(3000) + "\"}");

            assertThatThrownBy(() -> {
                        for (int i = 0; i < 20_000; i++) {
                            socket.getOutputStream().write(ping);
                        }
                    })
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void endsAnOpeningHandshakeWithoutEnd() throws IOException {
        try (Socket socket = connect()) {
            byte[] header = ("X-Long: " + "x".repeat(1000) + "\r\n").getBytes(StandardCharsets.US_ASCII);

            assertThatThrownBy(() -> {
                        socket.getOutputStream().write("GET /v1 HTTP/1.1\r\n".getBytes(StandardCharsets.US_ASCII));
                        for (int i = 0; i < 20_000; i++) {
                            socket.getOutputStream().write(header);
                        }
                    })
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void servesNothingElse() {
        String elsewhere = url().replace("/v1", "/v2");

        assertThatThrownBy(() -> new WebSocketPeer(elsewhere)).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void namesAPortThatIsInUse() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());

            assertThatThrownBy(() -> StartedService.start(new MailboxService(new Metrics()), "mailbox-port", port))
                    .asInstanceOf(type(WormholeException.class))
                    .satisfies(e -> {
                        assertThat(e.code()).isEqualTo(ErrorCode.ADDRESS_UNUSABLE);
                        assertThat(e)
                                .hasMessageContaining("the mailbox server cannot listen on 127.0.0.1 port " + port);
                        assertThat(e.hint())
                                .hasValueSatisfying(hint -> assertThat(hint).contains("another port"));
                    });
        }
    }

    @Test
    void refusesAPortThatIsNone() {
        assertThatThrownBy(() -> StartedService.start(new MailboxService(new Metrics()), "mailbox-port", "65536"))
                .asInstanceOf(type(WormholeException.class))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.USAGE));
    }

    @Test
    void saysGoodbyeAndFreesThePortWhenItStops() throws InterruptedException, WormholeException {
        try (WebSocketPeer peer = bound("a")) {
            peer.hear("ack");

            service.close();
            service.close();

            assertThat(peer.hear(WebSocketPeer.CLOSED)).contains("1001");
        }
        String port = Integer.toString(URI.create(url()).getPort());
        StartedService.start(new MailboxService(new Metrics()), "mailbox-port", port)
                .close();
    }

    @Test
    void isIdleOnceTheLastClientHasGone() throws InterruptedException {
        assertThat(service.awaitIdle(Duration.ofSeconds(20))).isTrue();
        try (WebSocketPeer peer = bound("a")) {
            peer.hear("ack");
            assertThat(service.awaitIdle(Duration.ZERO)).isFalse();

            peer.hangUp();

            assertThat(service.awaitIdle(Duration.ofSeconds(20))).isTrue();
        }
    }

    private String url() {
        return service.endpoints().get("mailbox");
    }

    private WebSocketPeer bound(String side) {
        return say(new WebSocketPeer(url()), "{'type':'bind','appid':'app','side':'" + side + "'}");
    }

    private static WebSocketPeer say(WebSocketPeer peer, String json) {
        return peer.say(json.replace('\'', '"'));
    }

    private static String value(String json, String key) {
        String from = json.substring(json.indexOf("\"" + key + "\":\"") + key.length() + 4);
        return from.substring(0, from.indexOf('"'));
    }

    /** What waits for it is in the server, not in large buffers of the system on this side. */
    private Socket connect() throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(64 << 10);
        socket.connect(new InetSocketAddress(
                InetAddress.getLoopbackAddress(), URI.create(url()).getPort()));
        return socket;
    }

    private Socket rawWebSocket() throws IOException {
        Socket socket = connect();
        String request = """
                GET /v1 HTTP/1.1
                Host: localhost
                Upgrade: websocket
                Connection: Upgrade
                Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==
                Sec-WebSocket-Version: 13

                """.replace("\n", "\r\n");
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        InputStream in = socket.getInputStream();
        assertThat(new String(in.readNBytes(12), StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 101");
        return socket;
    }

    /** A frame of 126 to 65535 bytes, masked with zeros. */
    private static byte[] maskedText(String text) {
        byte[] body = text.getBytes(StandardCharsets.US_ASCII);
        byte[] frame = new byte[8 + body.length];
        frame[0] = (byte) 0x81;
        frame[1] = (byte) (0x80 | 126);
        frame[2] = (byte) (body.length >> 8);
        frame[3] = (byte) body.length;
        System.arraycopy(body, 0, frame, 8, body.length);
        return frame;
    }
}
