package wormhole.plugin.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wormhole.plugin.server.metrics.Metrics;
import wormhole.plugin.server.websocket.WebSocketPeer;
import wormhole.spi.ErrorCode;
import wormhole.spi.RunningService;
import wormhole.spi.WormholeException;

class RelayServiceTest {
    private static final String TOKEN = "0123456789abcdef".repeat(4);
    private static final String ASK_A = "please relay " + TOKEN + " for side aaaaaaaaaaaaaaaa\n";
    private static final String ASK_B = "please relay " + TOKEN + " for side bbbbbbbbbbbbbbbb\n";
    private static final int LARGE = 20_000_000;
    private static final int TIMEOUT_MILLIS = 20_000;

    private RunningService service;

    @BeforeEach
    void start() throws WormholeException {
        service = StartedService.start(new RelayService(new Metrics()), "relay-port", "0", "relay-websocket-port", "0");
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void offersAWebSocketOnlyWhenAsked() throws WormholeException {
        assertThat(service.endpoints().keySet()).containsExactly("relay", "relay-websocket");
        RunningService plain = StartedService.start(new RelayService(new Metrics()), "relay-port", "0");
        plain.close();

        assertThat(plain.endpoints().keySet()).containsExactly("relay");
    }

    @Test
    void carriesLargeDataBothWaysAtOnce() throws Exception {
        try (Socket a = asking(ASK_A);
                Socket b = asking(ASK_B)) {
            assertThat(read(a, 3) + read(b, 3)).isEqualTo("ok\nok\n");
            byte[] fromA = noise(1);
            byte[] fromB = noise(2);

            CompletableFuture<Void> sendingA = sendAll(a, fromA);
            CompletableFuture<Void> sendingB = sendAll(b, fromB);
            CompletableFuture<byte[]> atA = readAll(a);

            assertThat(Arrays.equals(b.getInputStream().readAllBytes(), fromA)).isTrue();
            assertThat(Arrays.equals(atA.get(20, TimeUnit.SECONDS), fromB)).isTrue();
            CompletableFuture.allOf(sendingA, sendingB).get(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void joinsAnOldClientAndPassesOnWhatFollowsTheSecondRequestAtOnce() throws IOException {
        try (Socket a = asking("please relay " + TOKEN + "\n")) {
            try (Socket b = asking(ASK_B + "hello")) {
                assertThat(read(a, 8)).isEqualTo("ok\nhello");
                assertThat(read(b, 3)).isEqualTo("ok\n");
            }
        }
    }

    @Test
    void putsARequestTogetherThatComesInPieces() throws IOException {
        try (Socket a = asking("please ");
                Socket b = asking(ASK_B)) {
            a.getOutputStream().write(ASK_A.substring(7).getBytes(StandardCharsets.US_ASCII));

            assertThat(read(a, 3) + read(b, 3)).isEqualTo("ok\nok\n");
        }
    }

    @Test
    void refusesABadHandshake() throws IOException {
        for (String bad : new String[] {"\n", "GET / HTTP/1.1\r\n\r\n", ASK_A.replace("\n", "\r\n"), "x".repeat(300)}) {
            try (Socket socket = asking(bad)) {
                assertThat(readToEnd(socket)).isEqualTo("bad handshake\n");
            }
        }
    }

    @Test
    void refusesImpatience() throws IOException {
        try (Socket socket = asking(ASK_A + "NOW")) {
            assertThat(readToEnd(socket)).isEqualTo("impatient\n");
        }
    }

    @Test
    void closesBothEndsWhenOneHangsUp() throws IOException {
        try (Socket a = asking(ASK_A)) {
            try (Socket b = asking(ASK_B)) {
                read(a, 3);
                read(b, 3);
                b.getOutputStream().write("bye".getBytes(StandardCharsets.US_ASCII));
            }

            assertThat(readToEnd(a)).isEqualTo("bye");
        }
    }

    @Test
    void takesNoMoreThanAFewBuffersFromAPairThatStandsStill() throws IOException {
        try (Socket idle = asking(ASK_A);
                SocketChannel eager = SocketChannel.open(tcp())) {
            eager.write(ByteBuffer.wrap(ASK_B.getBytes(StandardCharsets.US_ASCII)));
            read(idle, 3);
            eager.configureBlocking(false);
            ByteBuffer data = ByteBuffer.allocate(1 << 20);

            long taken = 0;
            long lastProgress = System.nanoTime();
            while (System.nanoTime() - lastProgress < 300_000_000L) {
                int count = eager.write(data.clear());
                if (count > 0) {
                    taken += count;
                    lastProgress = System.nanoTime();
                }
            }

            assertThat(taken).isLessThan(buffersOfTheSystem() + (2 << 20));
        }
    }

    /** How much Linux keeps at most between two ends with somebody in the middle: each connection has a buffer at either end. */
    private static long buffersOfTheSystem() throws IOException {
        long bytes = 0;
        for (String kind : new String[] {"tcp_rmem", "tcp_wmem"}) {
            bytes += 2 * most(Path.of("/proc/sys/net/ipv4", kind));
        }
        return bytes;
    }

    private static long most(Path limits) throws IOException {
        if (!Files.exists(limits)) {
            return 64 << 20;
        }
        // These files have to be read at one go.
        try (BufferedReader reader = Files.newBufferedReader(limits)) {
            return Long.parseLong(reader.readLine().split("\\s+", -1)[2]);
        }
    }

    @Test
    void joinsAWebSocketWithATcpConnection() throws Exception {
        try (WebSocketPeer web = new WebSocketPeer(service.endpoints().get("relay-websocket"));
                Socket tcp = asking(ASK_B)) {
            web.send(ASK_A.trim());
            assertThat(web.receiveText(3) + read(tcp, 3)).isEqualTo("ok\nok\n");
            byte[] data = noise(3);

            CompletableFuture<byte[]> atTcp = readAll(tcp);
            for (int from = 0; from < data.length; from += 50_000) {
                web.send(Arrays.copyOfRange(data, from, from + 50_000));
            }
            web.hangUp();

            assertThat(Arrays.equals(atTcp.get(20, TimeUnit.SECONDS), data)).isTrue();
        }
    }

    @Test
    void carriesLargeDataFromTcpToAWebSocket() throws Exception {
        try (WebSocketPeer web = new WebSocketPeer(service.endpoints().get("relay-websocket") + "/any");
                Socket tcp = asking(ASK_B)) {
            web.send(ASK_A);
            web.receive(3);
            read(tcp, 3);
            byte[] data = noise(4);

            CompletableFuture<Void> sending = sendAll(tcp, data);

            assertThat(Arrays.equals(web.receive(data.length), data)).isTrue();
            sending.get(20, TimeUnit.SECONDS);
            assertThat(web.hear(WebSocketPeer.CLOSED)).contains("1000");
        }
    }

    @Test
    void joinsTwoWebSocketsAndRefusesText() throws InterruptedException {
        String url = service.endpoints().get("relay-websocket");
        try (WebSocketPeer a = new WebSocketPeer(url);
                WebSocketPeer b = new WebSocketPeer(url);
                WebSocketPeer talker = new WebSocketPeer(url)) {
            a.send(ASK_A);
            b.send(ASK_B);
            a.receive(3);
            b.receive(3);

            a.send("ping");
            assertThat(b.receiveText(4)).isEqualTo("ping");

            talker.say(ASK_A);
            assertThat(talker.receiveText(14)).isEqualTo("bad handshake\n");
            talker.hear(WebSocketPeer.CLOSED);
        }
    }

    @Test
    void namesAPortThatIsInUseAndLeavesNothingRunning() throws IOException {
        int free;
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = probe.getLocalPort();
        }
        String taken = Integer.toString(tcp().getPort());

        assertThatThrownBy(() -> StartedService.start(
                        new RelayService(new Metrics()),
                        "relay-port",
                        Integer.toString(free),
                        "relay-websocket-port",
                        taken))
                .asInstanceOf(type(WormholeException.class))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.ADDRESS_UNUSABLE));
        new ServerSocket(free, 1, InetAddress.getLoopbackAddress()).close();
    }

    @Test
    void hangsUpWhenItStops() throws IOException {
        try (Socket a = asking(ASK_A);
                Socket b = asking(ASK_B)) {
            read(a, 3);
            read(b, 3);

            service.close();
            service.close();

            assertThat(readToEnd(a) + readToEnd(b)).isEmpty();
        }
    }

    private InetSocketAddress tcp() {
        String[] parts = service.endpoints().get("relay").split(":", -1);
        return new InetSocketAddress(parts[1], Integer.parseInt(parts[2]));
    }

    private Socket asking(String request) throws IOException {
        Socket socket = new Socket(tcp().getAddress(), tcp().getPort());
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String read(Socket socket, int count) throws IOException {
        return new String(socket.getInputStream().readNBytes(count), StandardCharsets.US_ASCII);
    }

    private static String readToEnd(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }

    private static CompletableFuture<byte[]> readAll(Socket socket) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return socket.getInputStream().readAllBytes();
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                },
                RelayServiceTest::onItsOwn);
    }

    private static CompletableFuture<Void> sendAll(Socket socket, byte[] data) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        socket.getOutputStream().write(data);
                        socket.shutdownOutput();
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                },
                RelayServiceTest::onItsOwn);
    }

    /** The common pool has one thread on two cores, and these wait for each other. */
    private static void onItsOwn(Runnable task) {
        new Thread(task, "side").start();
    }

    private static byte[] noise(long seed) {
        byte[] data = new byte[LARGE];
        new Random(seed).nextBytes(data);
        return data;
    }
}
