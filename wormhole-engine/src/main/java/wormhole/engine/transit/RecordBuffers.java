package wormhole.engine.transit;

import wormhole.engine.crypto.RecordSealer;

/** How a record lies in a buffer: length, nonce and tag in front of the plaintext, so that it is sealed and opened in place. */
final class RecordBuffers {
    /** Peers take records of any size up to 64 MiB; bigger ones than this bring nothing more, and cost Python much more. */
    static final int PLAINTEXT_BYTES = 128 << 10;

    static final int LENGTH_BYTES = Integer.BYTES;
    static final int HEADER_BYTES = LENGTH_BYTES + RecordSealer.OVERHEAD;
    /** So many records are on their way at once in each direction. */
    static final int COUNT = 4;

    private RecordBuffers() {}
}
