package wormhole.plugin.server.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wormhole.plugin.server.net.AddressGate;
import wormhole.plugin.server.net.EventLoop;
import wormhole.spi.WormholeException;

class WebSocketEndpointTest {
    private static final String REQUEST = """
            GET / HTTP/1.1
            Host: localhost
            Upgrade: websocket
            Connection: Upgrade
            Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==
            Sec-WebSocket-Version: 13

            """.replace("\n", "\r\n");
    private static final int TIMEOUT_MILLIS = 20_000;

    private final AtomicLong nanoTime = new AtomicLong();
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private EventLoop loop;
    private int port;

    @BeforeEach
    void open() throws IOException, WormholeException {
        loop = EventLoop.start("test", nanoTime::get);
        ServerSocketChannel server =
                ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        port = server.socket().getLocalPort();
        SocketLimits limits = new SocketLimits(1000, 100_000, 2);
        WebSocketEndpoint endpoint = WebSocketEndpoint.on(loop, WebSocketEndpoint.ANY_PATH, limits, Recorder::new);
        loop.listen(server, limits.connections(), AddressGate.open(), endpoint);
    }

    @AfterEach
    void close() {
        loop.close();
    }

    /** Notes what happens; closes when asked to. */
    private final class Recorder implements SocketHandler {
        private final SocketConnection connection;

        Recorder(SocketConnection connection) {
            this.connection = connection;
            events.add("opened");
        }

        @Override
        public void received(String text) {
            events.add(text);
            switch (text) {
                case "close" -> connection.close();
                case "fail" -> throw new IllegalStateException("a fault of ours");
                case "flood" -> connection.send("x".repeat(100_001));
                default -> connection.send(text);
            }
        }

        @Override
        public void received(ByteBuffer bytes) {
            events.add("bytes");
        }

        @Override
        public void drained() {
            events.add("drained");
        }

        @Override
        public void closed() {
            events.add("closed");
        }
    }

    @Test
    void givesAnOpeningHandshakeHalfAMinuteHoweverSlowlyItComes() throws IOException {
        try (Socket slow = connect()) {
            slow.getOutputStream().write("GET /".getBytes(StandardCharsets.US_ASCII));
            settle();
            pass(Duration.ofSeconds(20));
            slow.getOutputStream().write(" HTTP".getBytes(StandardCharsets.US_ASCII));
            settle();

            pass(Duration.ofSeconds(20));

            assertThat(slow.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void pingsAClientAndDropsItWhenItStaysSilent() throws Exception {
        try (Socket silent = connect()) {
            silent.getOutputStream().write(REQUEST.getBytes(StandardCharsets.US_ASCII));
            assertThat(event()).isEqualTo("opened");
            InputStream in = silent.getInputStream();
            while (in.read() != '\n' || in.read() != '\r') {
                // The response ends with an empty line.
            }
            assertThat(in.read()).isEqualTo('\n');

            pass(Duration.ofSeconds(70));
            assertThat(in.readNBytes(2)).isEqualTo(new byte[] {(byte) 0x89, 0});
            pass(Duration.ofMinutes(3));

            assertThat(event()).isEqualTo("closed");
            in.readAllBytes();
        }
    }

    @Test
    void closesAConnectionBeyondTheMostItBears() throws Exception {
        try (WebSocketPeer first = peer();
                WebSocketPeer second = peer();
                Socket third = connect()) {
            assertThat(third.getInputStream().read()).isEqualTo(-1);

            first.hangUp();
            first.hear(WebSocketPeer.CLOSED);
            assertThat(second.say("still here").hear("still")).isEqualTo("still here");
        }
    }

    @Test
    void tellsTheHandlerOnceWhenTheServerCloses() throws InterruptedException {
        try (WebSocketPeer peer = peer()) {
            peer.say("close");

            assertThat(peer.hear(WebSocketPeer.CLOSED)).contains("1000");
        }
        assertThat(event()).isEqualTo("opened");
        assertThat(event()).isEqualTo("close");
        assertThat(event()).isEqualTo("closed");
        loop.close();
        assertThat(events).isEmpty();
    }

    @Test
    void losesOneConnectionAndNoMoreToAFault() throws InterruptedException {
        try (WebSocketPeer unlucky = peer();
                WebSocketPeer other = peer()) {
            unlucky.say("fail").hear(WebSocketPeer.CLOSED);

            assertThat(other.say("alive?").hear("alive")).isEqualTo("alive?");
        }
    }

    @Test
    void dropsAClientForWhomMoreWaitsThanAllowed() throws InterruptedException {
        try (WebSocketPeer peer = peer()) {
            peer.say("flood");

            assertThat(peer.hear(WebSocketPeer.CLOSED)).doesNotContain("1000");
        }
    }

    @Test
    void refusesAFragmentedMessageThatIsTooLong() throws InterruptedException {
        try (WebSocketPeer peer = peer()) {
            peer.sayFragments("x".repeat(600), "x".repeat(600));

            assertThat(peer.hear(WebSocketPeer.CLOSED)).contains("1009");
        }
    }

    @Test
    void refusesFragmentsWithoutEnd() throws InterruptedException {
        try (WebSocketPeer peer = peer()) {
            peer.sayUnfinished("x".repeat(600), "x".repeat(600));

            assertThat(peer.hear(WebSocketPeer.CLOSED)).contains("1009");
        }
        try (WebSocketPeer peer = peer()) {
            peer.sayUnfinished(Collections.nCopies(100, "").toArray(String[]::new));

            assertThat(peer.hear(WebSocketPeer.CLOSED)).contains("1009");
        }
    }

    private WebSocketPeer peer() {
        return new WebSocketPeer("ws://127.0.0.1:" + port);
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        return socket;
    }

    /** Lets the loop take in all that has arrived: the first task may run before it looks, the second cannot. */
    private void settle() {
        for (int i = 0; i < 2; i++) {
            CompletableFuture<Void> done = new CompletableFuture<>();
            loop.execute(() -> done.complete(null));
            done.join();
        }
    }

    private String event() throws InterruptedException {
        return events.poll(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void pass(Duration time) {
        nanoTime.addAndGet(time.toNanos());
    }
}
