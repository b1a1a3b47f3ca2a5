package wormhole.engine.crypto;

import java.util.Arrays;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;

/** Opens the records of one direction, in order; one that is out of order is refused like a forged one. Not thread-safe. */
public final class RecordOpener {
    /** What stands before the ciphertext: nonce and tag. */
    public static final int OVERHEAD = RecordSealer.OVERHEAD;

    private final SecretBox box;
    private final RecordNonce expected = new RecordNonce();

    RecordOpener(SecretBox box) {
        this.box = box;
    }

    /**
     * Opens in place: nonce, tag and ciphertext stand from {@code offset} on, and the plaintext stands {@link #OVERHEAD}
     * bytes behind it afterwards.
     *
     * @param length of nonce, tag and ciphertext together
     * @throws WormholeException {@link ErrorCode#INTEGRITY}; the direction must not be used any more
     */
    public void open(byte[] data, int offset, int length) throws WormholeException {
        if (length < OVERHEAD) {
            throw broken("is too short");
        }
        int tagOffset = offset + SecretBox.NONCE_BYTES;
        if (!Arrays.equals(data, offset, tagOffset, expected.bytes(), 0, SecretBox.NONCE_BYTES)) {
            throw broken("is out of order");
        }
        if (!box.open(expected.bytes(), data, offset + OVERHEAD, length - OVERHEAD, data, tagOffset)) {
            throw broken("was changed on its way");
        }
        expected.advance();
    }

    private static WormholeException broken(String how) {
        return new WormholeException(ErrorCode.INTEGRITY, "an encrypted record " + how)
                .withHint("Somebody on the way tampers with the data, or a machine is faulty. Try again.");
    }
}
