package wormhole.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import wormhole.engine.WaitLimits;
import wormhole.spi.ErrorCode;

/** A mailbox server that cannot show who it is gets nothing, and is never spoken to in the clear. */
class TlsTest extends Scene {
    private static final char[] PASSWORD = "no secret".toCharArray();

    @Test
    void aCertificateThatNobodyTrustsIsRefused() throws Exception {
        CompletableFuture<Integer> heard = new CompletableFuture<>();
        try (SSLServerSocket server = (SSLServerSocket)
                selfSigned().getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread thread = new Thread(() -> hear(server, heard), "self-signed");
            thread.setDaemon(true);
            thread.start();
            Running victim = receive(
                    dialling().withMailboxServer(URI.create("wss://localhost:" + server.getLocalPort() + "/v1")),
                    WaitLimits.USUAL);

            victim.failsWith(ErrorCode.SERVER_UNREACHABLE);
            assertThat(get(heard)).as("bytes inside of TLS").isZero();
        }
    }

    private static void hear(SSLServerSocket server, CompletableFuture<Integer> heard) {
        int bytes = 0;
        try (SSLSocket socket = (SSLSocket) server.accept()) {
            while (socket.getInputStream().read() >= 0) {
                bytes++;
            }
        } catch (java.io.IOException e) {
            // The client broke off, as it should.
        }
        heard.complete(bytes);
    }

    private SSLContext selfSigned() throws Exception {
        Path store = from.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(PASSWORD),
                        "-keystore",
                        store.toString())
                .redirectErrorStream(true)
                .start();
        assertThat(keytool.waitFor())
                .as(new String(keytool.getInputStream().readAllBytes(), ISO_8859_1))
                .isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, new SecureRandom());
        return context;
    }

    @Test
    void aServerWithoutTlsIsNotSpokenToInTheClear() throws Exception {
        CompletableFuture<Integer> first = new CompletableFuture<>();
        try (Host host = Host.open((in, out) -> first.complete(in.read()))) {
            Running victim = receive(
                    dialling().withMailboxServer(URI.create("wss://localhost:" + host.port() + "/v1")),
                    WaitLimits.USUAL);

            victim.failsWith(ErrorCode.SERVER_UNREACHABLE);
            assertThat(get(first)).as("a TLS handshake").isEqualTo(0x16);
        }
    }
}
