package wormhole.engine.crypto;

/** The part of Salsa20 that takes the bulk of a long message, many blocks at once. Not thread-safe. */
interface BulkCipher {
    /** How many bytes are taken at once; a multiple of a block. */
    int groupBytes();

    /** Takes over a state; its counter is given for each call. */
    void start(int[] state);

    /** Mixes a group of key stream into the data, from the block with a number on. */
    void mix(long number, byte[] data, int offset);
}
