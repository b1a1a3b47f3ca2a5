package wormhole.engine.rendezvous;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Over the loopback interface, with a server of the same library and with broken ones. */
@Timeout(20)
class JavaWebSocketTest {
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    private final MailboxSocket.Listener listener = new MailboxSocket.Listener() {
        @Override
        public void opened() {
            heard.add("opened");
        }

        @Override
        public void received(String text) {
            heard.add("received " + text);
        }

        @Override
        public void closed(Ending ending) {
            heard.add("closed: " + ending.reason());
        }
    };

    @Test
    void takesTextAndBinaryFramesAndSaysGoodbye() throws Exception {
        Echo server = Echo.listening();
        try {
            MailboxSocket socket = open(server.uri());
            assertThat(next()).isEqualTo("opened");

            socket.send("gr\u00fc\u00df");
            assertThat(next()).isEqualTo("received text gr\u00fc\u00df");
            assertThat(next()).isEqualTo("received binary gr\u00fc\u00df");

            socket.close();
            assertThat(next()).startsWith("closed: ");
            socket.send("too late");
        } finally {
            server.stop(1000);
        }
    }

    @Test
    void tellsThatNobodyListens() throws Exception {
        int port;
        try (ServerSocket closedAgain = listen()) {
            port = closedAgain.getLocalPort();
        }

        open(uri(port));

        assertThat(next()).startsWith("closed: ").isNotEqualTo("closed: ");
    }

    @Test
    void tellsThatItIsNoWebSocketServer() throws Exception {
        try (ServerSocket server = listen()) {
            open(uri(server.getLocalPort()));
            try (Socket client = server.accept()) {
                client.getOutputStream()
                        .write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                assertThat(next()).startsWith("closed: ");
            }
        }
    }

    @Test
    void tellsInPlainWordsThatTheAnswerToItsGreetingIsNone() throws Exception {
        try (ServerSocket server = listen()) {
            open(uri(server.getLocalPort()));
            try (Socket client = server.accept()) {
                client.getOutputStream()
                        .write("HTTP/1.1 101 Switching Protocols\r\nSec-WebSocket-Accept: AAAA\r\n\r\n"
                                .getBytes(StandardCharsets.US_ASCII));
                assertThat(next()).isEqualTo("closed: what answers there is no WebSocket server");
            }
        }
    }

    @Test
    void closesWithoutWaitingForAServerThatSaysNothing() throws Exception {
        try (ServerSocket server = listen()) {
            MailboxSocket socket = open(uri(server.getLocalPort()));
            try (Socket client = server.accept()) {
                assertThat(client.getInputStream().read()).isEqualTo('G');

                socket.close();

                assertThat(next()).startsWith("closed: ");
            }
        }
    }

    @Test
    void waitsForTheConnectionAsLongAsItIsTold() throws Exception {
        try (ServerSocket full = listen();
                Socket first = new Socket(full.getInetAddress(), full.getLocalPort());
                Socket second = new Socket(full.getInetAddress(), full.getLocalPort())) {
            // Nobody accepts, and two are as many as the system keeps for a backlog of one.
            assertThat(first.isConnected() && second.isConnected()).isTrue();
            var unused = JavaWebSocket.open(uri(full.getLocalPort()), Duration.ofMillis(100), listener);

            assertThat(next()).startsWithIgnoringCase("closed: connect timed out");
        }
    }

    @Test
    void tellsThatTheServerSaidGoodbye() throws Exception {
        try (ServerSocket server = listen()) {
            var unused = open(uri(server.getLocalPort()));
            try (Socket client = server.accept()) {
                shakeHands(client);
                assertThat(next()).isEqualTo("opened");
                client.getOutputStream().write(goodbye(1000, ""));
                assertThat(next()).isEqualTo("closed: the server closed the connection");
            }
        }
    }

    @Test
    void tellsTheReasonThatTheServerGives() throws Exception {
        try (ServerSocket server = listen()) {
            var unused = open(uri(server.getLocalPort()));
            try (Socket client = server.accept()) {
                shakeHands(client);
                assertThat(next()).isEqualTo("opened");
                client.getOutputStream().write(goodbye(1008, "too many"));
                assertThat(next()).isEqualTo("closed: too many");
            }
        }
    }

    @Test
    void tellsALossWithoutAWordInWordsOfItsOwn() throws Exception {
        try (ServerSocket server = listen()) {
            var unused = open(uri(server.getLocalPort()));
            try (Socket client = server.accept()) {
                shakeHands(client);
                assertThat(next()).isEqualTo("opened");
            }
            assertThat(next()).startsWith("closed: ").hasSizeGreaterThan("closed: ".length());
        }
    }

    private MailboxSocket open(URI server) {
        return JavaWebSocket.open(server, Duration.ofSeconds(15), listener);
    }

    /** A closing frame. */
    private static byte[] goodbye(int code, String reason) {
        byte[] text = reason.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(4 + text.length)
                .put((byte) 0x88)
                .put((byte) (2 + text.length))
                .putShort((short) code)
                .put(text)
                .array();
    }

    @Test
    void aGreetingWithoutEndCostsTheConnection() throws Exception {
        try (ServerSocket server = listen()) {
            var unused = open(uri(server.getLocalPort()));
            try (Socket client = server.accept()) {
                OutputStream out = client.getOutputStream();
                out.write("HTTP/1.1 101 Switching Protocols\r\n".getBytes(StandardCharsets.US_ASCII));
                byte[] header = ("X-Endless: " + "x".repeat(1000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
                assertThatIOException().isThrownBy(() -> {
                    while (true) {
                        out.write(header);
                    }
                });
                assertThat(next()).startsWith("closed: ").contains("65536 bytes");
            }
        }
    }

    /** It would have taken some 200 MB for the answers. */
    @Test
    void pingsWhoseAnswersNobodyTakesFillNoMemory() throws Exception {
        try (ServerSocket server = listen()) {
            var unused = open(uri(server.getLocalPort()));
            try (Socket client = server.accept()) {
                shakeHands(client);
                assertThat(next()).isEqualTo("opened");
                byte[] pings = new byte[1000 * 127];
                for (int at = 0; at < pings.length; at += 127) {
                    pings[at] = (byte) 0x89;
                    pings[at + 1] = 125;
                }
                for (int i = 0; i < 1000; i++) {
                    client.getOutputStream().write(pings);
                }
                client.getOutputStream().write(goodbye(1000, ""));
                InputStream answers = client.getInputStream();
                long taken = answers.transferTo(OutputStream.nullOutputStream());
                assertThat(taken).isLessThan(20_000_000);
            }
        }
    }

    @Test
    void fragmentsWithoutEndCostTheConnection() throws Exception {
        try (ServerSocket server = listen()) {
            open(uri(server.getLocalPort()));
            try (Socket client = server.accept()) {
                shakeHands(client);
                assertThat(next()).isEqualTo("opened");
                int first = 0x01;
                byte[] fragment = new byte[1 + 1 + Long.BYTES + (1 << 20)];
                // A length of 64 bits: 2^20.
                fragment[1] = 127;
                fragment[7] = 16;
                Arrays.fill(fragment, 10, fragment.length, (byte) ' ');
                fragment[0] = (byte) first;
                client.getOutputStream().write(fragment);
                fragment[0] = 0;
                assertThatIOException().isThrownBy(() -> {
                    while (true) {
                        client.getOutputStream().write(fragment);
                    }
                });
                assertThat(next()).startsWith("closed: ").contains("4194304 bytes");
            }
        }
    }

    /** As a server does, whatever the client said. */
    private static void shakeHands(Socket client) throws Exception {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        String key = "";
        for (String line = lines.readLine(); line != null && !line.isEmpty(); line = lines.readLine()) {
            if (line.startsWith("Sec-WebSocket-Key: ")) {
                key = line.substring("Sec-WebSocket-Key: ".length());
            }
        }
        byte[] proof = MessageDigest.getInstance("SHA-1")
                .digest((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.US_ASCII));
        client.getOutputStream()
                .write(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                                + "Sec-WebSocket-Accept: " + Base64.getEncoder().encodeToString(proof) + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
    }

    private String next() throws InterruptedException {
        return heard.poll(15, TimeUnit.SECONDS);
    }

    private static ServerSocket listen() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    private static URI uri(int port) {
        return URI.create("ws://" + InetAddress.getLoopbackAddress().getHostAddress() + ":" + port + "/v1");
    }

    /** Sends everything back, as text and as binary. */
    private static final class Echo extends WebSocketServer {
        private final CompletableFuture<Boolean> ready = new CompletableFuture<>();

        private Echo() {
            super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
            setReuseAddr(true);
            setDaemon(true);
        }

        static Echo listening() throws Exception {
            Echo server = new Echo();
            server.start();
            server.ready.get(15, TimeUnit.SECONDS);
            return server;
        }

        URI uri() {
            return JavaWebSocketTest.uri(getPort());
        }

        @Override
        public void onStart() {
            ready.complete(true);
        }

        @Override
        public void onOpen(WebSocket socket, ClientHandshake handshake) {}

        @Override
        public void onMessage(WebSocket socket, String message) {
            socket.send("text " + message);
            socket.send(ByteBuffer.wrap(("binary " + message).getBytes(StandardCharsets.UTF_8)));
        }

        @Override
        public void onClose(WebSocket socket, int code, String reason, boolean remote) {}

        @Override
        public void onError(WebSocket socket, Exception e) {}
    }
}
