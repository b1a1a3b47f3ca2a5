package wormhole.plugin.server.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wormhole.spi.Event;
import wormhole.spi.WormholeException;
import wormhole.spi.testkit.RecordingUserInterface;

class CertificateFilesTest {
    @TempDir
    private static Path made;

    private static TestCertificate rsa;
    private static TestCertificate ec;

    @TempDir
    private Path folder;

    @BeforeAll
    static void makeCertificates() throws IOException, InterruptedException, GeneralSecurityException {
        rsa = TestCertificate.make(made, "rsa", "RSA");
        ec = TestCertificate.make(made, "ec", "EC");
    }

    @Test
    void readsKeysOfAllForms() throws Exception {
        for (TestCertificate certificate : List.of(rsa, ec, TestCertificate.make(folder, "ed", "Ed25519"))) {
            assertThat(certificate.writeTo(folder).read().key()).isEqualTo(certificate.key());
        }
        assertThat(withKey(rsa, "RSA PRIVATE KEY", TestCertificate.oldForm(rsa.key()))
                        .read()
                        .key())
                .isEqualTo(rsa.key());
        assertThat(withKey(ec, "EC PRIVATE KEY", TestCertificate.oldForm(ec.key()))
                        .read()
                        .key()
                        .getEncoded())
                .isNotEmpty();
    }

    @Test
    void takesOneFileWithBothAndAWholeChain() throws Exception {
        CertificateFiles two = ec.writeTo(folder);
        Path one = folder.resolve("both.pem");
        String other = TestCertificate.pem("CERTIFICATE", rsa.certificate().getEncoded());
        Files.writeString(one, Files.readString(two.key()) + Files.readString(two.certificates()) + other);

        assertThat(new CertificateFiles(one, one).read().chain())
                .containsExactly(
                        (java.security.cert.X509Certificate) ec.certificate(),
                        (java.security.cert.X509Certificate) rsa.certificate());
    }

    @Test
    void saysWhatIsWrong() throws Exception {
        refuses(withKey(ec, "PRIVATE KEY", rsa.key().getEncoded()), "none of the certificate's kind");
        TestCertificate another = TestCertificate.make(folder, "another", "EC");
        refuses(withKey(ec, "PRIVATE KEY", another.key().getEncoded()), "key of another certificate");
        refuses(withKey(ec, "ENCRYPTED PRIVATE KEY", new byte[] {1}), "needs a passphrase");
        refuses(withKey(ec, "PRIVATE KEY", new byte[] {1, 2, 3}), "damaged key");
        refuses(withKey(ec, "PUBLIC KEY", new byte[] {1}), "no private key");
        refuses(new CertificateFiles(folder.resolve("key.pem"), folder.resolve("key.pem")), "no certificate");
        refuses(new CertificateFiles(folder.resolve("none"), folder.resolve("key.pem")), "there is no file");
        Path damaged = Files.writeString(folder.resolve("damaged"), TestCertificate.pem("CERTIFICATE", new byte[9]));
        refuses(new CertificateFiles(damaged, damaged), "damaged certificate");
    }

    @Test
    void keepsTheOldCertificateUntilTheNewFilesAreWholeAndGood() throws Exception {
        RecordingUserInterface ui = new RecordingUserInterface();
        WatchedCertificate watched = new WatchedCertificate(ec.writeTo(folder), "test server", ui, Clock.systemUTC());
        Object old = watched.context();

        Files.writeString(folder.resolve("cert.pem"), "half of");
        watched.check();
        watched.check();
        watched.check();
        assertThat(watched.context()).isSameAs(old);
        assertThat(ui.events().stream().map(Event::name)).containsExactly("certificate-refused");

        rsa.writeTo(folder);
        watched.check();
        assertThat(watched.context()).as("still being written, for all we know").isSameAs(old);
        watched.check();
        assertThat(watched.context()).isNotSameAs(old);
        assertThat(ui.events().stream().map(Event::name)).containsExactly("certificate-refused", "certificate-renewed");
    }

    @Test
    void warnsOfACertificateThatEndsSoon() throws Exception {
        RecordingUserInterface ui = new RecordingUserInterface();
        Instant end = ec.writeTo(folder).read().validUntil();

        new WatchedCertificate(
                ec.writeTo(folder), "test server", ui, Clock.fixed(end.minusSeconds(1000), ZoneOffset.UTC));

        assertThat(ui.events().stream().map(Event::name)).containsExactly("certificate-expires");
    }

    private CertificateFiles withKey(TestCertificate certificate, String label, byte[] key) throws Exception {
        CertificateFiles files = certificate.writeTo(folder);
        Files.writeString(files.key(), TestCertificate.pem(label, key));
        return files;
    }

    private static void refuses(CertificateFiles files, String why) {
        assertThatThrownBy(files::read)
                .isInstanceOfSatisfying(
                        WormholeException.class,
                        e -> assertThat(e.messageText()).contains(why));
    }
}
