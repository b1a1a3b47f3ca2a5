package wormhole.shell.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Our server with TLS: its own clients, the reference's, and a certificate that is renewed meanwhile. */
@Tag("interop")
class TlsIT {
    private static final String PASSWORD = "changeit";
    private static final Pattern MAILBOX = Pattern.compile("mailbox (wss://\\S+)\n");
    private static final Pattern RENEWED = Pattern.compile("(The mailbox server uses the new certificate)");

    private static Path folder;
    private static String ours;
    private static String python;
    private static Map<String, String> trusting;

    @BeforeAll
    static void prepare() throws Exception {
        folder = Files.createTempDirectory(Files.createDirectories(Bench.WORK), "tls");
        ours = Bench.HOME.resolve("bin/wormhole").toString();
        python = Bench.installed("python-new/bin/wormhole").toString();
        makeCertificate("first");
        makeCertificate("second");
        Path trusted = folder.resolve("trusted.pem");
        Files.writeString(
                trusted,
                Files.readString(folder.resolve("first.crt")) + Files.readString(folder.resolve("second.crt")));
        trusting = Map.of(
                "SSL_CERT_FILE",
                trusted.toString(),
                "WORMHOLE_JAVA_OPTS",
                "-Djavax.net.ssl.trustStore=" + trustStore() + " -Djavax.net.ssl.trustStorePassword=" + PASSWORD);
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void everybodyMeetsOverTlsBeforeAndAfterTheCertificateIsRenewed() throws Exception {
        use("first");
        List<String> command = List.of(
                ours,
                "server",
                "--host",
                "127.0.0.1",
                "--mailbox-port",
                "0",
                "--relay-port",
                "0",
                "--tls-cert",
                "cert.pem",
                "--tls-key",
                "key.pem");
        try (Running server = Running.start("server", folder, command)) {
            String mailbox = server.await(MAILBOX);
            everybodyMeets(mailbox);

            use("second");
            server.await(RENEWED);
            everybodyMeets(mailbox);
        }
    }

    private static void everybodyMeets(String mailbox) throws IOException, InterruptedException {
        for (String sender : List.of(ours, python)) {
            for (String receiver : List.of(ours, python)) {
                meet(sender, receiver, mailbox);
            }
        }
    }

    private static void meet(String sender, String receiver, String mailbox) throws IOException, InterruptedException {
        Path place = Files.createTempDirectory(folder, "meeting");
        List<String> servers = List.of("--relay-url", mailbox, "--transit-helper", "");
        List<String> send = new ArrayList<>(List.of(sender));
        send.addAll(servers);
        send.addAll(List.of("send", "--text", "through TLS", "--code", "7-black-dog"));
        List<String> receive = new ArrayList<>(List.of(receiver));
        receive.addAll(servers);
        receive.addAll(List.of("receive", "7-black-dog"));
        try (Running sending = Running.start("sender", place, send, trusting);
                Running receiving = Running.start("receiver", place, receive, trusting)) {
            assertThat(receiving.exitCode()).as(receiving.log()).isZero();
            assertThat(receiving.output()).contains("through TLS");
            assertThat(sending.exitCode()).as(sending.log()).isZero();
        }
    }

    private static void use(String name) throws IOException {
        Files.writeString(folder.resolve("cert.pem"), Files.readString(folder.resolve(name + ".crt")));
        Files.writeString(folder.resolve("key.pem"), Files.readString(folder.resolve(name + ".key")));
    }

    private static void makeCertificate(String name) throws Exception {
        Path store = folder.resolve(name + ".p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        name,
                        "-dname",
                        "CN=" + name,
                        "-keyalg",
                        "EC",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        store.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile())
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore keys = open(store);
        Key key = keys.getKey(name, PASSWORD.toCharArray());
        write(name + ".crt", "CERTIFICATE", keys.getCertificate(name).getEncoded());
        write(name + ".key", "PRIVATE KEY", key.getEncoded());
    }

    private static void write(String file, String label, byte[] bytes) throws IOException {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        Files.writeString(
                folder.resolve(file), "-----BEGIN " + label + "-----\n" + text + "\n-----END " + label + "-----\n");
    }

    private static KeyStore open(Path store) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        return keys;
    }

    private static Path trustStore() throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        for (String name : List.of("first", "second")) {
            trusted.setCertificateEntry(
                    name, open(folder.resolve(name + ".p12")).getCertificate(name));
        }
        Path file = folder.resolve("trusted.p12");
        try (var out = Files.newOutputStream(file)) {
            trusted.store(out, PASSWORD.toCharArray());
        }
        return file;
    }
}
