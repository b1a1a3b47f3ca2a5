package wormhole.engine.rendezvous;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

/** As the JDK nests them. What a real server brings about is in the shell's {@code TlsTest}. */
class TlsTroubleTest {
    @Test
    void knowsWhatIsWrongWithACertificateByTheCause() {
        assertThat(TlsTrouble.in(failed(new CertPathValidatorException(new CertificateExpiredException()))))
                .contains(TlsTrouble.EXPIRED);
        assertThat(TlsTrouble.in(failed(new CertPathValidatorException(new CertificateNotYetValidException()))))
                .contains(TlsTrouble.NOT_YET_VALID);
        assertThat(TlsTrouble.in(failed(new CertificateException("PKIX", new CertPathBuilderException()))))
                .contains(TlsTrouble.UNTRUSTED);
    }

    @Test
    void knowsAnotherHostAndNoTlsByTheText() {
        assertThat(TlsTrouble.in(failed(new CertificateException("No name matching a.example found"))))
                .contains(TlsTrouble.WRONG_HOST);
        assertThat(TlsTrouble.in(new SSLException("Unsupported or unrecognized SSL message")))
                .contains(TlsTrouble.NO_TLS);
    }

    @Test
    void leavesTheRestToOthers() {
        assertThat(TlsTrouble.in(new IOException("No name matching"))).isEmpty();
        assertThat(Ending.of(new SSLException("bad record")).reason()).isEqualTo("bad record");
    }

    private static SSLException failed(Exception cause) {
        SSLException e = new SSLHandshakeException(cause.getMessage());
        e.initCause(cause);
        return e;
    }
}
