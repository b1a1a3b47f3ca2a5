package wormhole.engine.crypto;

/**
 * The part of Poly1305 that takes the bulk of a long message, many blocks at once. Numbers are in five limbs of 26 bits.
 * Not thread-safe.
 */
interface BulkAuthenticator {
    /** How many bytes are taken at once; a message is given in multiples of them. */
    int groupBytes();

    /** Starts a message under the clamped key. */
    void start(long[] key);

    /** Takes so many groups of whole blocks. */
    void update(byte[] data, int offset, int groups);

    /** The polynomial of all that was taken, multiplied once more by the key, as it is after a block. */
    long[] finish(long[] key);
}
