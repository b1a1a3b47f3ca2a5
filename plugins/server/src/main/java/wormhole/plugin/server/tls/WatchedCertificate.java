package wormhole.plugin.server.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import wormhole.spi.ErrorCode;
import wormhole.spi.Event;
import wormhole.spi.UserInterface;
import wormhole.spi.WormholeException;

/**
 * The certificate of the files as they are now, more or less: {@link #check} is to be called now and then. New files that cannot
 * be used are told of once, and the old certificate stays. One thread checks, any may ask for {@link #context}.
 */
public final class WatchedCertificate {
    private static final Duration WARN_BEFORE = Duration.ofDays(7);

    private final CertificateFiles files;
    private final String service;
    private final UserInterface ui;
    private final Clock clock;
    private volatile SSLContext context;
    /** How the files looked when they were last read. */
    private List<Object> read;
    /** How they looked at the last check: whoever renews them writes one after the other. */
    private List<Object> seen;

    /**
     * Reads the files for the first time; they have to be good.
     *
     * @param service who uses it, for messages: several may use the same
     */
    public WatchedCertificate(CertificateFiles files, String service, UserInterface ui, Clock clock)
            throws WormholeException {
        this.files = files;
        this.service = service;
        this.ui = ui;
        this.clock = clock;
        this.read = looks();
        this.seen = read;
        this.context = load();
    }

    /** For connections that begin now. */
    public SSLContext context() {
        return context;
    }

    /** Reads the files again if they have changed, once they have stood still from one check to the next. */
    public void check() {
        List<Object> now = looks();
        boolean settled = now.equals(seen);
        seen = now;
        if (now.equals(read) || !settled) {
            return;
        }
        read = now;
        try {
            context = load();
            ui.tell(Event.named("certificate-renewed")
                    .saying("The " + service + " uses the new certificate in " + files.certificates() + "."));
        } catch (WormholeException e) {
            ui.tell(Event.named("certificate-refused")
                    .at(Event.Level.WARNING)
                    .saying("The " + service + " keeps its old certificate, the new one is of no use: "
                            + e.messageText())
                    .with("reason", e.messageText()));
        }
    }

    private SSLContext load() throws WormholeException {
        ServerCertificate certificate = files.read();
        try {
            SSLContext loaded = certificate.context();
            warnOf(certificate.validUntil());
            return loaded;
        } catch (GeneralSecurityException e) {
            throw new WormholeException(
                            ErrorCode.FILE_UNUSABLE,
                            "the certificate in " + files.certificates() + " cannot be used",
                            e)
                    .withHint("Java knows RSA, elliptic curves of NIST, and Ed25519.");
        }
    }

    private void warnOf(Instant validUntil) {
        if (validUntil.isBefore(clock.instant().plus(WARN_BEFORE))) {
            ui.tell(Event.named("certificate-expires")
                    .at(Event.Level.WARNING)
                    .saying("The certificate in " + files.certificates() + " is good until " + validUntil + " only.")
                    .with("until", validUntil.toString()));
        }
    }

    private List<Object> looks() {
        return List.of(looks(files.certificates()), looks(files.key()));
    }

    private static Optional<Object> looks(Path file) {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            return Optional.of(List.of(now.lastModifiedTime(), now.size(), Optional.ofNullable(now.fileKey())));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
