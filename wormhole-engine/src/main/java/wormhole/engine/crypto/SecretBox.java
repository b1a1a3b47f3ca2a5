package wormhole.engine.crypto;

/**
 * XSalsa20-Poly1305 as in NaCl's {@code crypto_secretbox}, under one key, in place: data becomes ciphertext where it
 * stands, and the tag goes elsewhere, so that nothing is copied. Not thread-safe.
 */
interface SecretBox {
    int KEY_BYTES = 32;
    int NONCE_BYTES = 24;
    int TAG_BYTES = 16;

    /** Encrypts in place and writes the 16 bytes of the tag. A nonce must never be used twice. */
    void seal(byte[] nonce, byte[] data, int offset, int length, byte[] tag, int tagOffset);

    /** Checks the tag in constant time and, only if it is right, decrypts in place. */
    boolean open(byte[] nonce, byte[] data, int offset, int length, byte[] tag, int tagOffset);
}
