package wormhole.engine.rendezvous;

import java.security.InvalidAlgorithmParameterException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** What keeps a server with TLS from being trusted. The JDK's own words for it name its classes. */
enum TlsTrouble {
    EXPIRED(
            "its certificate has expired",
            "Tell who runs the server to renew it, and see whether this machine's clock is right."),
    NOT_YET_VALID("its certificate is not valid yet", "See whether this machine's clock is right."),
    UNTRUSTED(
            "its certificate is from nobody whom this machine trusts",
            "Somebody may have put another server in the way. If it is a server of your own, let Java trust its"
                    + " certificate: the operator's guide says how, under TLS."),
    NO_AUTHORITIES(
            "this machine trusts no authority for certificates at all",
            "See whether the file that javax.net.ssl.trustStore names is there, and whether"
                    + " javax.net.ssl.trustStorePassword opens it; without them, whether Java's own cacerts is whole."),
    WRONG_HOST(
            "its certificate is for another host",
            "Give --relay-url the host name that is in the certificate. If it is, somebody may have put another server"
                    + " in the way."),
    NO_TLS(
            "it does not speak TLS there",
            "A server without TLS has a URL with ws: instead of wss:. What is sent is sealed in any case.");

    private final String reason;
    private final String cure;

    TlsTrouble(String reason, String cure) {
        this.reason = reason;
        this.cure = cure;
    }

    Ending ending() {
        return new Ending(reason, Optional.of(cure));
    }

    /** The one that an exception comes from. */
    static Optional<TlsTrouble> in(Exception e) {
        if (!(e instanceof SSLException)) {
            return Optional.empty();
        }
        if (has(e, CertificateExpiredException.class)) {
            return Optional.of(EXPIRED);
        }
        if (has(e, CertificateNotYetValidException.class)) {
            return Optional.of(NOT_YET_VALID);
        }
        if (has(e, InvalidAlgorithmParameterException.class)) {
            return Optional.of(NO_AUTHORITIES);
        }
        if (has(e, CertPathBuilderException.class)) {
            return Optional.of(UNTRUSTED);
        }
        return byText(e);
    }

    /** For these two the JDK has no class of exceptions; newer ones put the alert before the text. */
    private static Optional<TlsTrouble> byText(Exception e) {
        String text = String.valueOf(e.getMessage());
        if (text.contains("No name matching") || text.contains("No subject alternative")) {
            return has(e, CertificateException.class) ? Optional.of(WRONG_HOST) : Optional.empty();
        }
        return text.contains("Unsupported or unrecognized SSL message") ? Optional.of(NO_TLS) : Optional.empty();
    }

    private static boolean has(Throwable e, Class<? extends Exception> kind) {
        for (@Nullable Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
