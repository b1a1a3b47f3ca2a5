package wormhole.engine.crypto;

import java.security.MessageDigest;
import java.util.Arrays;
import org.bouncycastle.crypto.engines.XSalsa20Engine;
import org.bouncycastle.crypto.macs.Poly1305;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;

/** SecretBox put together from Bouncy Castle's stream cipher and authenticator. */
final class BouncyCastleSecretBox implements SecretBox {
    private final KeyParameter key;
    private final XSalsa20Engine cipher = new XSalsa20Engine();
    private final Poly1305 authenticator = new Poly1305();
    private final byte[] authenticatorKey = new byte[KEY_BYTES];
    private final byte[] expectedTag = new byte[TAG_BYTES];

    BouncyCastleSecretBox(byte[] key) {
        this.key = new KeyParameter(key);
    }

    @Override
    public void seal(byte[] nonce, byte[] data, int offset, int length, byte[] tag, int tagOffset) {
        start(nonce);
        cipher.processBytes(data, offset, length, data, offset);
        authenticator.update(data, offset, length);
        authenticator.doFinal(tag, tagOffset);
    }

    @Override
    public boolean open(byte[] nonce, byte[] data, int offset, int length, byte[] tag, int tagOffset) {
        start(nonce);
        authenticator.update(data, offset, length);
        authenticator.doFinal(expectedTag, 0);
        byte[] givenTag = Arrays.copyOfRange(tag, tagOffset, tagOffset + TAG_BYTES);
        if (!MessageDigest.isEqual(expectedTag, givenTag)) {
            return false;
        }
        cipher.processBytes(data, offset, length, data, offset);
        return true;
    }

    /** The first 32 bytes of the key stream are the authenticator's key; the data takes what follows. */
    private void start(byte[] nonce) {
        cipher.init(true, new ParametersWithIV(key, nonce));
        Arrays.fill(authenticatorKey, (byte) 0);
        cipher.processBytes(authenticatorKey, 0, KEY_BYTES, authenticatorKey, 0);
        authenticator.init(new KeyParameter(authenticatorKey));
    }
}
