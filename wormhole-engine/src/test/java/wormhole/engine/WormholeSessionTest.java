package wormhole.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;
import wormhole.spi.testkit.RecordingUserInterface;

/** How a wormhole's end is told. */
@Timeout(20)
class WormholeSessionTest {
    @Test
    void whoComesTooLateIsToldWhyTheWormholeIsClosed() throws Exception {
        Unwelcoming server = Unwelcoming.listening();
        try {
            CompletableFuture<Boolean> closed = new CompletableFuture<>();
            Wormhole wormhole = Wormhole.open(settings(server.getPort()), new WormholeListener() {
                @Override
                public void closed(Optional<WormholeException> failure) {
                    closed.complete(true);
                }
            });

            assertThatExceptionOfType(WormholeException.class)
                    .isThrownBy(() -> new WormholeSession(wormhole, new RecordingUserInterface()).run(() -> {
                        var unused = closed.join();
                        wormhole.setCode("4-too-late");
                    }))
                    .withMessageContaining("go away")
                    .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.UNWELCOME));
        } finally {
            server.stop(1000);
        }
    }

    private static WormholeSettings settings(int port) {
        String host = InetAddress.getLoopbackAddress().getHostAddress();
        return new WormholeSettings("example.com/test", URI.create("ws://" + host + ":" + port + "/v1"), Map.of());
    }

    /** Greets everybody with a refusal. */
    private static final class Unwelcoming extends WebSocketServer {
        private final CompletableFuture<Boolean> ready = new CompletableFuture<>();

        private Unwelcoming() {
            super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
            setReuseAddr(true);
            setDaemon(true);
        }

        static Unwelcoming listening() throws Exception {
            Unwelcoming server = new Unwelcoming();
            server.start();
            server.ready.get(15, TimeUnit.SECONDS);
            return server;
        }

        @Override
        public void onStart() {
            ready.complete(true);
        }

        @Override
        public void onOpen(WebSocket socket, ClientHandshake handshake) {
            socket.send("{\"type\":\"welcome\",\"welcome\":{\"error\":\"go away\"}}");
        }

        @Override
        public void onMessage(WebSocket socket, String message) {}

        @Override
        public void onClose(WebSocket socket, int code, String reason, boolean remote) {}

        @Override
        public void onError(WebSocket socket, Exception e) {}
    }
}
