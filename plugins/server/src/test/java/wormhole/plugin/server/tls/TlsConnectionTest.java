package wormhole.plugin.server.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wormhole.plugin.server.net.AddressGate;
import wormhole.plugin.server.net.ChannelHandler;
import wormhole.plugin.server.net.Connection;
import wormhole.plugin.server.net.EventLoop;
import wormhole.spi.WormholeException;
import wormhole.spi.testkit.RecordingUserInterface;

/** TLS as the JDK's client speaks it, and as nobody should. */
class TlsConnectionTest {
    private static final int TIMEOUT_MILLIS = 20_000;

    @TempDir
    private static Path folder;

    private static WatchedCertificate certificate;
    private static SSLContext trusting;

    private final AtomicLong nanoTime = new AtomicLong();
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private final Semaphore accepted = new Semaphore(0);
    private EventLoop loop;
    private TlsAcceptor acceptor;
    private int port;

    @BeforeAll
    static void makeCertificate() throws Exception {
        TestCertificate made = TestCertificate.make(folder, "server", "EC");
        certificate = new WatchedCertificate(
                made.writeTo(folder), "test server", new RecordingUserInterface(), Clock.systemUTC());
        trusting = made.trusting();
    }

    @BeforeEach
    void open() throws IOException, WormholeException {
        loop = EventLoop.start("test", nanoTime::get);
        ServerSocketChannel server =
                ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        port = server.socket().getLocalPort();
        acceptor = new TlsAcceptor(loop, certificate::context, Echo::new);
        loop.listen(server, 10, AddressGate.open(), connection -> {
            accepted.release();
            return acceptor.accept(connection);
        });
    }

    @AfterEach
    void close() {
        acceptor.close();
        loop.close();
    }

    /** Sends everything back; finishes when the client has. */
    private final class Echo implements ChannelHandler {
        private final Connection connection;

        Echo(Connection connection) {
            this.connection = connection;
            events.add("established");
        }

        @Override
        public void received(ByteBuffer bytes) {
            connection.write(bytes);
            if (connection.backlogBytes() > 0) {
                connection.pauseReading();
            }
        }

        @Override
        public void ended() {
            events.add("ended");
            connection.write(ByteBuffer.wrap("bye".getBytes(StandardCharsets.US_ASCII)));
            connection.close();
        }

        @Override
        public void drained() {
            connection.resumeReading();
        }

        @Override
        public void lost() {
            events.add("lost");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void carriesBytesBothWaysWhateverTheRecords(String version) throws Exception {
        byte[] data = new byte[3_000_000];
        new Random(1).nextBytes(data);
        try (SSLSocket client = connect(version)) {
            Thread writer = new Thread(() -> write(client, data));
            writer.start();
            assertThat(client.getInputStream().readNBytes(data.length)).isEqualTo(data);
            writer.join();
            for (int i = 0; i < 100; i++) {
                client.getOutputStream().write(i);
                assertThat(client.getInputStream().read()).isEqualTo(i);
            }
        }
        assertThat(next()).isEqualTo("established");
        assertThat(next()).isEqualTo("ended");
        assertThat(next()).isEqualTo("lost");
    }

    private static void write(SSLSocket client, byte[] data) {
        try {
            client.getOutputStream().write(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void putsRecordsTogetherThatArriveByteByByte() throws Exception {
        try (ServerSocketChannel middle =
                        ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                Socket toServer = plain()) {
            Thread drip = new Thread(() -> drip(middle, toServer));
            drip.setDaemon(true);
            drip.start();
            try (SSLSocket client = (SSLSocket) trusting.getSocketFactory()
                    .createSocket(
                            InetAddress.getLoopbackAddress(), middle.socket().getLocalPort())) {
                client.setSoTimeout(TIMEOUT_MILLIS);
                client.getOutputStream().write("fragments".getBytes(StandardCharsets.US_ASCII));
                assertThat(client.getInputStream().readNBytes(9)).asString().isEqualTo("fragments");
            }
        }
    }

    private static void drip(ServerSocketChannel middle, Socket toServer) {
        try (Socket client = middle.accept().socket()) {
            toServer.setTcpNoDelay(true);
            Thread back = new Thread(() -> {
                try {
                    toServer.getInputStream().transferTo(client.getOutputStream());
                } catch (IOException e) {
                    // The test is over.
                }
            });
            back.setDaemon(true);
            back.start();
            for (int next = client.getInputStream().read();
                    next >= 0;
                    next = client.getInputStream().read()) {
                toServer.getOutputStream().write(next);
            }
        } catch (IOException e) {
            // The test is over.
        }
    }

    @Test
    void stillAnswersAClientThatHasFinished() throws Exception {
        try (SSLSocket client = connect("TLSv1.3")) {
            client.getOutputStream().write("x".getBytes(StandardCharsets.US_ASCII));
            client.shutdownOutput();

            assertThat(client.getInputStream().readAllBytes()).asString().isEqualTo("xbye");
        }
    }

    @Test
    void takesAConnectionThatIsCutForOneThatHasEnded() throws Exception {
        Socket raw = plain();
        SSLSocket client = (SSLSocket) trusting.getSocketFactory().createSocket(raw, "127.0.0.1", port, false);
        client.startHandshake();
        client.getOutputStream().write(7);
        assertThat(client.getInputStream().read()).isEqualTo(7);
        raw.close();

        assertThat(next()).isEqualTo("established");
        assertThat(next()).isIn("ended", "lost");
    }

    @Test
    void refusesASecondHandshake() throws Exception {
        try (SSLSocket client = connect("TLSv1.2")) {
            client.getOutputStream().write(1);
            assertThat(client.getInputStream().read()).isEqualTo(1);

            assertThatThrownBy(() -> {
                        client.startHandshake();
                        client.getOutputStream().write(2);
                        client.getInputStream().read();
                    })
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void givesNewKeysWhenAskedTo() throws Exception {
        try (SSLSocket client = connect("TLSv1.3")) {
            client.getOutputStream().write(1);
            assertThat(client.getInputStream().read()).isEqualTo(1);
            client.startHandshake();
            client.getOutputStream().write(2);

            assertThat(client.getInputStream().read()).isEqualTo(2);
        }
    }

    @Test
    void dropsWhoDoesNotFinishTheHandshakeInTime() throws Exception {
        try (Socket idle = plain();
                Socket slow = plain()) {
            slow.getOutputStream().write(new byte[] {0x16, 3, 1, 2});
            // Their time begins when the loop has come to accept them.
            assertThat(accepted.tryAcquire(2, TIMEOUT_MILLIS, TimeUnit.MILLISECONDS))
                    .isTrue();
            settle();
            nanoTime.addAndGet(TlsAcceptor.HANDSHAKE_WITHIN.toNanos() + TimeUnit.SECONDS.toNanos(2));

            assertThat(idle.getInputStream().read()).isEqualTo(-1);
            assertThat(slow.getInputStream().read()).isEqualTo(-1);
        }
        assertThat(events).isEmpty();
    }

    @Test
    void endsGarbageAndKeepsServingOthers() throws Exception {
        try (Socket garbage = plain();
                SSLSocket good = connect("TLSv1.3")) {
            garbage.getOutputStream().write(new byte[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9});
            garbage.shutdownOutput();
            end(garbage);
            good.getOutputStream().write(3);

            assertThat(good.getInputStream().read()).isEqualTo(3);
        }
    }

    @Test
    void endsAHandshakeThatIsTooLong() throws Exception {
        try (Socket client = plain()) {
            byte[] record = new byte[16_389];
            record[0] = 0x16;
            record[1] = 3;
            record[2] = 3;
            record[3] = 0x40;
            // A message that claims to be as long as can be.
            record[5] = 1;
            record[6] = (byte) 0xff;
            flood(client, record);

            assertThat(end(client)).as("an alert").hasSizeLessThan(100);
        }
        assertThat(events).isEmpty();
    }

    @Test
    void tellsWhoSpeaksInTheClear() throws Exception {
        try (Socket client = plain()) {
            client.getOutputStream().write("GET /v1 HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            client.shutdownOutput();

            assertThat(client.getInputStream().readAllBytes()).asString().contains(" 400 ", "write wss:");
        }
    }

    @Test
    void anAlertTellsWhoTrustsAnotherCertificate() throws Exception {
        try (Socket raw = plain();
                SSLSocket client = (SSLSocket)
                        SSLContext.getDefault().getSocketFactory().createSocket(raw, "127.0.0.1", port, true)) {
            assertThatThrownBy(client::startHandshake).isInstanceOf(SSLException.class);
        }
        assertThat(events).isEmpty();
    }

    private String next() throws InterruptedException {
        return String.valueOf(events.poll(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS));
    }

    /** Lets the loop take in all that has arrived: the first task may run before it looks, the second cannot. */
    private void settle() throws InterruptedException {
        for (int i = 0; i < 2; i++) {
            BlockingQueue<String> done = new LinkedBlockingQueue<>();
            loop.execute(() -> done.add("done"));
            done.take();
        }
    }

    /** More than the server has to read before it hangs up. */
    private static void flood(Socket client, byte[] record) {
        try {
            for (int i = 0; i < 10; i++) {
                client.getOutputStream().write(record);
            }
            client.shutdownOutput();
        } catch (IOException e) {
            // It has hung up already.
        }
    }

    /** What still comes until the server has gone. */
    private static byte[] end(Socket client) {
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        try {
            client.getInputStream().transferTo(heard);
        } catch (SocketTimeoutException e) {
            throw new AssertionError("the server does not hang up", e);
        } catch (IOException e) {
            // A connection that is reset has ended, too.
        }
        return heard.toByteArray();
    }

    private Socket plain() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        return socket;
    }

    private SSLSocket connect(String version) throws IOException, GeneralSecurityException {
        SSLSocket socket = (SSLSocket) trusting.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.setEnabledProtocols(new String[] {version});
        socket.startHandshake();
        InputStream in = socket.getInputStream();
        assertThat(in).isNotNull();
        return socket;
    }
}
