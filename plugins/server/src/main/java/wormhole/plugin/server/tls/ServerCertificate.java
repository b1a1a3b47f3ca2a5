package wormhole.plugin.server.tls;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * What the server shows to prove who it is.
 *
 * @param chain the server's own certificate first
 */
record ServerCertificate(List<X509Certificate> chain, PrivateKey key) {
    private static final byte[] TRIAL = "whatever".getBytes(StandardCharsets.US_ASCII);
    /** Of a key store that lives in memory only, for which Java wants one all the same. */
    private static final char[] NO_PASSWORD = {};

    ServerCertificate {
        chain = List.copyOf(chain);
    }

    /** Whether what one key signs, the other accepts. */
    static boolean belongTogether(PublicKey publicKey, PrivateKey privateKey) throws GeneralSecurityException {
        String algorithm = switch (publicKey.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> publicKey.getAlgorithm();
        };
        Signature signature = Signature.getInstance(algorithm);
        signature.initSign(privateKey);
        signature.update(TRIAL);
        byte[] signed = signature.sign();
        signature.initVerify(publicKey);
        signature.update(TRIAL);
        return signature.verify(signed);
    }

    Instant validUntil() {
        return chain.get(0).getNotAfter().toInstant();
    }

    /** For new connections. */
    SSLContext context() throws GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try {
            store.load(null, NO_PASSWORD);
        } catch (IOException e) {
            throw new GeneralSecurityException("nothing is read here", e);
        }
        store.setKeyEntry("server", key, NO_PASSWORD, chain.toArray(X509Certificate[]::new));
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, NO_PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }
}
