package wormhole.plugin.server.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;

/**
 * The two PEM files that the operator names. They may be one and the same.
 *
 * @param certificates the server's own certificate, then those that lead to a known authority
 * @param key its private key: PKCS#8, PKCS#1 or SEC 1, without a passphrase
 */
public record CertificateFiles(Path certificates, Path key) {
    private static final String CERTIFICATE = "CERTIFICATE";
    private static final String PRIVATE_KEY = "PRIVATE KEY";
    /** A chain of a hundred certificates is smaller. */
    private static final long MAX_BYTES = 1 << 20;

    /** Reads both, and makes sure that they belong together. */
    ServerCertificate read() throws WormholeException {
        List<X509Certificate> chain = chain();
        PublicKey publicKey = chain.get(0).getPublicKey();
        PrivateKey privateKey = privateKey(publicKey);
        try {
            if (!ServerCertificate.belongTogether(publicKey, privateKey)) {
                throw bad(key, "is the key of another certificate than the first in " + certificates, null);
            }
        } catch (GeneralSecurityException e) {
            throw bad(key, "does not go with the certificate in " + certificates, e);
        }
        return new ServerCertificate(chain, privateKey);
    }

    private List<X509Certificate> chain() throws WormholeException {
        List<X509Certificate> chain = new ArrayList<>();
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            for (PemBlock block : blocks(certificates)) {
                if (block.label().equals(CERTIFICATE)) {
                    Certificate certificate = factory.generateCertificate(new ByteArrayInputStream(block.bytes()));
                    chain.add((X509Certificate) certificate);
                }
            }
        } catch (CertificateException | IllegalArgumentException e) {
            throw bad(certificates, "holds a damaged certificate", e);
        }
        if (chain.isEmpty()) {
            throw bad(certificates, "holds no certificate in PEM form", null);
        }
        return chain;
    }

    private PrivateKey privateKey(PublicKey publicKey) throws WormholeException {
        Optional<PemBlock> found = blocks(key).stream()
                .filter(b -> b.label().endsWith(PRIVATE_KEY))
                .findFirst();
        if (found.isEmpty()) {
            throw bad(key, "holds no private key in PEM form", null);
        }
        PemBlock block = found.get();
        if (block.isEncrypted()) {
            throw new WormholeException(ErrorCode.FILE_UNUSABLE, "the private key in " + key + " needs a passphrase")
                    .withHint("Nobody is there to type it when a server starts: remove it with 'openssl pkey', and let"
                            + " only the server's user read the file.");
        }
        try {
            byte[] bytes = block.bytes();
            byte[] encoded = block.label().equals(PRIVATE_KEY) ? bytes : KeyEncoding.pkcs8(bytes, publicKey);
            return KeyFactory.getInstance(publicKey.getAlgorithm()).generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw bad(key, "holds a damaged key, or none of the certificate's kind", e);
        }
    }

    private static List<PemBlock> blocks(Path file) throws WormholeException {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw bad(file, "is too large to hold certificates", null);
            }
            return PemBlock.in(Files.readString(file, StandardCharsets.ISO_8859_1));
        } catch (NoSuchFileException e) {
            throw new WormholeException(ErrorCode.FILE_NOT_FOUND, "there is no file " + file, e)
                    .withHint("See where the certificate is kept; --tls-cert and --tls-key name two files.");
        } catch (IOException e) {
            throw new WormholeException(ErrorCode.FILE_UNUSABLE, "the file " + file + " cannot be read", e)
                    .withHint("Let the user who runs the server read it.");
        }
    }

    private static WormholeException bad(Path file, String why, @Nullable Exception cause) {
        String text = "the file " + file + " " + why;
        WormholeException bad = cause == null
                ? new WormholeException(ErrorCode.FILE_UNUSABLE, text)
                : new WormholeException(ErrorCode.FILE_UNUSABLE, text, cause);
        return bad.withHint(
                "Give --tls-cert the chain of certificates, the server's own first, and --tls-key its key.");
    }
}
