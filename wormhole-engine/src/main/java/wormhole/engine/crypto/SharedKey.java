package wormhole.engine.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The key that SPAKE2 gives both sides, 32 bytes. Everything else is derived from it; it is used for nothing itself. */
public final class SharedKey {
    private static final byte[] PHASE_PURPOSE = "wormhole:phase:".getBytes(StandardCharsets.US_ASCII);

    private final Secret key;

    SharedKey(Secret key) {
        this.key = key;
    }

    /** The key of one message: of the sender's side and the phase, so that no two messages share one. */
    public PhaseKey phaseKey(String side, String phase) {
        byte[] info = ByteBuffer.allocate(PHASE_PURPOSE.length + 2 * Hashing.HASH_BYTES)
                .put(PHASE_PURPOSE)
                .put(Hashing.sha256(side.getBytes(StandardCharsets.UTF_8)))
                .put(Hashing.sha256(phase.getBytes(StandardCharsets.UTF_8)))
                .array();
        return new PhaseKey(Secret.owning(Hashing.hkdf(key.peek(), info, SecretBox.KEY_BYTES)));
    }

    /** What people compare to be sure that nobody is in the middle, 32 bytes; not a secret. */
    public byte[] verifier() {
        return Hashing.hkdf(key.peek(), "wormhole:verifier", Hashing.HASH_BYTES);
    }

    /** The key of bulk transfer for an application. */
    public TransitKey transitKey(String appId) {
        return new TransitKey(Secret.owning(Hashing.hkdf(key.peek(), appId + "/transit-key", Hashing.HASH_BYTES)));
    }

    /**
     * Bytes that only the two sides can derive.
     *
     * @param length 1 to 8160
     */
    public byte[] derive(String purpose, int length) {
        if (length < 1 || length > Hashing.MAX_HKDF_BYTES) {
            throw new IllegalArgumentException("a derived key has 1 to " + Hashing.MAX_HKDF_BYTES + " bytes");
        }
        return Hashing.hkdf(key.peek(), purpose, length);
    }

    /** Overwrites the key; it must not be used any more. */
    public void destroy() {
        key.destroy();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SharedKey that && key.sameAs(that.key);
    }

    /** The same for all: a hash of the key would tell something of it. */
    @Override
    public int hashCode() {
        return SharedKey.class.hashCode();
    }

    @Override
    public String toString() {
        return "SharedKey";
    }
}
