package wormhole.plugin.server.tls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate for this machine that nobody but a test trusts, made by the JDK's keytool. */
public final class TestCertificate {
    private static final String PASSWORD = "changeit";
    private static final int PATIENCE_MINUTES = 3;

    private final Path store;
    private final KeyStore keys;

    private TestCertificate(Path store, KeyStore keys) {
        this.store = store;
        this.keys = keys;
    }

    /** Makes one. */
    public static TestCertificate make(Path folder, String name, String keyAlgorithm, String... moreOptions)
            throws IOException, InterruptedException, GeneralSecurityException {
        Path store = folder.resolve(name + ".p12");
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/keytool",
                "-genkeypair",
                "-alias",
                "it",
                "-dname",
                "CN=" + name));
        command.addAll(List.of("-keyalg", keyAlgorithm, "-ext", "san=ip:127.0.0.1,dns:localhost"));
        command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD, "-keystore", store.toString()));
        if (keyAlgorithm.equals("RSA")) {
            // Newer JDKs take 3072, which can take half a minute on a busy machine.
            command.addAll(List.of("-keysize", "2048"));
        }
        command.addAll(List.of(moreOptions));
        run(command, folder.resolve(name + ".log"));
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        return new TestCertificate(store, keys);
    }

    /** With nobody to ask, and with an end: a test that waits for ever tells nothing. */
    private static void run(List<String> command, Path log) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        process.getOutputStream().close();
        boolean ended = process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
        if (!ended || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException((ended ? "keytool failed: " : "keytool did not end: ") + Files.readString(log));
        }
    }

    PrivateKey key() throws GeneralSecurityException {
        return (PrivateKey) keys.getKey("it", PASSWORD.toCharArray());
    }

    Certificate certificate() throws GeneralSecurityException {
        return keys.getCertificate("it");
    }

    public Path store() {
        return store;
    }

    /** Writes the certificate and its key, in PKCS#8. */
    public CertificateFiles writeTo(Path folder) throws IOException, GeneralSecurityException {
        Path chain = Files.writeString(
                folder.resolve("cert.pem"), pem("CERTIFICATE", certificate().getEncoded()));
        return new CertificateFiles(
                chain, Files.writeString(folder.resolve("key.pem"), pem("PRIVATE KEY", key().getEncoded())));
    }

    static String pem(String label, byte[] bytes) {
        return "for people\n-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder().encodeToString(bytes) + "\n-----END " + label + "-----\n";
    }

    /** What is inside of PKCS#8: the same key in the form that was usual before. */
    static byte[] oldForm(PrivateKey key) {
        byte[] all = key.getEncoded();
        int version = contents(all, 0);
        int algorithm = end(all, version);
        int octets = end(all, algorithm);
        return Arrays.copyOfRange(all, contents(all, octets), end(all, octets));
    }

    /** Where the contents of a DER value begin. */
    private static int contents(byte[] der, int at) {
        return at + 2 + (der[at + 1] < 0 ? der[at + 1] & 0x7f : 0);
    }

    /** Where a DER value ends. */
    private static int end(byte[] der, int at) {
        int from = contents(der, at);
        int length = der[at + 1] & 0x7f;
        if (from > at + 2) {
            length = 0;
            for (int i = at + 2; i < from; i++) {
                length = (length << 8) | (der[i] & 0xff);
            }
        }
        return from + length;
    }

    /** Trusts this certificate and no other. */
    public SSLContext trusting() throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("it", certificate());
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return context;
    }
}
