package wormhole.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import wormhole.engine.WaitLimits;
import wormhole.spi.ErrorCode;

/** A mailbox server that cannot show who it is gets nothing, and is never spoken to in the clear. */
class TlsTest extends Scene {
    private static final char[] PASSWORD = "no secret".toCharArray();

    private final SSLContext usual = SSLContext.getDefault();

    TlsTest() throws NoSuchAlgorithmException {}

    @AfterEach
    void trustNobodySpecial() {
        SSLContext.setDefault(usual);
    }

    @Test
    void aCertificateThatNobodyTrustsIsRefused() throws Exception {
        assertThat(bytesToldTo(selfSigned("localhost"), "from nobody whom this machine trusts"))
                .isZero();
    }

    @Test
    void aCertificateThatIsTrustedButForAnotherHostIsRefused() throws Exception {
        assertThat(bytesToldToTrusted("other.example", "is for another host")).isZero();
    }

    @Test
    void aCertificateThatHasExpiredIsRefused() throws Exception {
        SSLContext expired = selfSigned("localhost", "-startdate", "-10d", "-validity", "3");
        SSLContext.setDefault(expired);

        assertThat(bytesToldTo(expired, "has expired")).isZero();
    }

    /** Or the two above would prove nothing. */
    @Test
    void aCertificateThatIsTrustedForThisHostIsSpokenTo() throws Exception {
        assertThat(bytesToldToTrusted("localhost", "")).isPositive();
    }

    private int bytesToldToTrusted(String host, String why) throws Exception {
        SSLContext context = selfSigned(host);
        SSLContext.setDefault(context);
        return bytesToldTo(context, why);
    }

    /** How much a client tells to a server, inside of TLS, and whether it says why it failed. */
    private int bytesToldTo(SSLContext context, String why) throws Exception {
        CompletableFuture<Integer> heard = new CompletableFuture<>();
        try (SSLServerSocket server = (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread thread = new Thread(() -> hear(server, heard), "self-signed");
            thread.setDaemon(true);
            thread.start();
            Running victim = receive(
                    dialling().withMailboxServer(URI.create("wss://localhost:" + server.getLocalPort() + "/v1")),
                    WaitLimits.USUAL);

            assertThat(victim.failsWith(ErrorCode.SERVER_UNREACHABLE).messageText())
                    .contains(why)
                    .doesNotContain("PKIX");
            return get(heard);
        }
    }

    private Path store() {
        return from.resolve("keys.p12");
    }

    /** As far as its first request goes. */
    private static void hear(SSLServerSocket server, CompletableFuture<Integer> heard) {
        int bytes = 0;
        try (SSLSocket socket = (SSLSocket) server.accept()) {
            int next = socket.getInputStream().read();
            while (next >= 0 && next != '\n') {
                bytes++;
                next = socket.getInputStream().read();
            }
        } catch (java.io.IOException e) {
            // The client broke off, as it should.
        }
        heard.complete(bytes);
    }

    /** Has the certificate, and trusts it and no other. */
    private SSLContext selfSigned(String host, String... moreOptions) throws Exception {
        Path store = store();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + host,
                "-ext",
                "san=dns:" + host,
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(PASSWORD),
                "-keystore",
                store.toString()));
        command.addAll(List.of(moreOptions));
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
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
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(keys);
        context.init(managers.getKeyManagers(), trust.getTrustManagers(), new SecureRandom());
        return context;
    }

    @Test
    void aServerWithoutTlsIsNotSpokenToInTheClear() throws Exception {
        CompletableFuture<Integer> first = new CompletableFuture<>();
        try (Host host = Host.open((in, out) -> {
            first.complete(in.read());
            out.write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(ISO_8859_1));
            in.transferTo(OutputStream.nullOutputStream());
        })) {
            Running victim = receive(
                    dialling().withMailboxServer(URI.create("wss://localhost:" + host.port() + "/v1")),
                    WaitLimits.USUAL);

            assertThat(victim.failsWith(ErrorCode.SERVER_UNREACHABLE).messageText())
                    .contains("does not speak TLS");
            assertThat(get(first)).as("a TLS handshake").isEqualTo(0x16);
        }
    }
}
