package wormhole.engine.crypto;

import java.util.Arrays;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;

/** The key of one mailbox message: nonce of 24 bytes, tag of 16, ciphertext (client protocol, "message encryption"). */
public final class PhaseKey {
    private static final int OVERHEAD = SecretBox.NONCE_BYTES + SecretBox.TAG_BYTES;

    private final Secret key;

    PhaseKey(Secret key) {
        this.key = key;
    }

    /** Encrypts under a random nonce. */
    public byte[] seal(byte[] plaintext, RandomBytes random) {
        byte[] nonce = random.next(SecretBox.NONCE_BYTES);
        byte[] sealed = new byte[OVERHEAD + plaintext.length];
        System.arraycopy(nonce, 0, sealed, 0, nonce.length);
        System.arraycopy(plaintext, 0, sealed, OVERHEAD, plaintext.length);
        box().seal(nonce, sealed, OVERHEAD, plaintext.length, sealed, SecretBox.NONCE_BYTES);
        return sealed;
    }

    /**
     * Decrypts.
     *
     * @throws WormholeException {@link ErrorCode#WRONG_CODE} if it was not sealed under this key
     */
    public byte[] open(byte[] sealed) throws WormholeException {
        if (sealed.length < OVERHEAD) {
            throw WrongCode.failure(null);
        }
        byte[] copy = sealed.clone();
        byte[] nonce = Arrays.copyOf(copy, SecretBox.NONCE_BYTES);
        if (!box().open(nonce, copy, OVERHEAD, copy.length - OVERHEAD, copy, SecretBox.NONCE_BYTES)) {
            throw WrongCode.failure(null);
        }
        return Arrays.copyOfRange(copy, OVERHEAD, copy.length);
    }

    private SecretBox box() {
        return new BouncyCastleSecretBox(key.peek());
    }

    @Override
    public String toString() {
        return "PhaseKey";
    }
}
