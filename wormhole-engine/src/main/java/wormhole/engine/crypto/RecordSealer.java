package wormhole.engine.crypto;

/** Seals the records of one direction, in order. Not thread-safe. */
public final class RecordSealer {
    /** What sealing puts before the ciphertext: nonce and tag. */
    public static final int OVERHEAD = SecretBox.NONCE_BYTES + SecretBox.TAG_BYTES;

    private final SecretBox box;
    private final RecordNonce nonce = new RecordNonce();

    RecordSealer(SecretBox box) {
        this.box = box;
    }

    /** Whose secret box seals and opens records in this process, in words. */
    public static String secretBox() {
        return SecretBoxes.choice();
    }

    /**
     * Seals in place: the plaintext stands {@link #OVERHEAD} bytes behind {@code offset}, and nonce, tag and ciphertext
     * stand from {@code offset} on afterwards.
     *
     * @param length of the plaintext
     */
    public void seal(byte[] data, int offset, int length) {
        System.arraycopy(nonce.bytes(), 0, data, offset, SecretBox.NONCE_BYTES);
        box.seal(nonce.bytes(), data, offset + OVERHEAD, length, data, offset + SecretBox.NONCE_BYTES);
        nonce.advance();
    }
}
