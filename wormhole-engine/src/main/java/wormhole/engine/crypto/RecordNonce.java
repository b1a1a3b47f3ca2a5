package wormhole.engine.crypto;

/** The nonce of a direction's next record: a counter of 24 bytes, big-endian, from 0 (transit protocol as implemented). */
final class RecordNonce {
    private final byte[] bytes = new byte[SecretBox.NONCE_BYTES];

    /** The nonce itself, not a copy. */
    byte[] bytes() {
        return bytes;
    }

    void advance() {
        for (int i = bytes.length - 1; i >= 0; i--) {
            if (++bytes[i] != 0) {
                return;
            }
        }
        throw new IllegalStateException("2^192 records are enough");
    }
}
