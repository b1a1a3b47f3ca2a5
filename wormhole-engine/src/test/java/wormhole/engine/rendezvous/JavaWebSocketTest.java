package wormhole.engine.rendezvous;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
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
            MailboxSocket socket = JavaWebSocket.open(server.uri(), listener);
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

        JavaWebSocket.open(uri(port), listener);

        assertThat(next()).startsWith("closed: ").isNotEqualTo("closed: ");
    }

    @Test
    void tellsThatItIsNoWebSocketServer() throws Exception {
        try (ServerSocket server = listen()) {
            JavaWebSocket.open(uri(server.getLocalPort()), listener);
            try (Socket client = server.accept()) {
                client.getOutputStream()
                        .write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                assertThat(next()).startsWith("closed: ");
            }
        }
    }

    @Test
    void closesWithoutWaitingForAServerThatSaysNothing() throws Exception {
        try (ServerSocket server = listen()) {
            MailboxSocket socket = JavaWebSocket.open(uri(server.getLocalPort()), listener);
            try (Socket client = server.accept()) {
                assertThat(client.getInputStream().read()).isEqualTo('G');

                socket.close();

                assertThat(next()).startsWith("closed: ");
            }
        }
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
