package wormhole.engine.crypto;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The Salsa20 core (D. J. Bernstein, "The Salsa20 family of stream ciphers") and what XSalsa20 makes of it ("Extending the
 * Salsa20 nonce"), one block at a time. Nothing branches on, or looks up by, a secret.
 */
final class Salsa20 {
    static final int BLOCK_BYTES = 64;
    static final int WORDS = 16;
    static final int DOUBLE_ROUNDS = 10;
    /** The words that count blocks: low, then high. */
    static final int COUNTER_LOW = 8;

    static final int COUNTER_HIGH = 9;

    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    /** "expand 32-byte k" */
    private static final int[] CONSTANTS = {0x61707865, 0x3320646e, 0x79622d32, 0x6b206574};

    private static final int[] HASH_WORDS = {0, 5, 10, 15, 6, 7, 8, 9};

    private Salsa20() {}

    /** The state of XSalsa20 for a key and a nonce of 24 bytes, its counter at block 0. */
    static int[] xsalsa20(byte[] key, byte[] nonce) {
        int[] hashed = state(key, 0);
        for (int i = 0; i < 4; i++) {
            hashed[6 + i] = word(nonce, i);
        }
        doubleRounds(hashed);
        byte[] subkey = new byte[32];
        for (int i = 0; i < HASH_WORDS.length; i++) {
            INTS.set(subkey, 4 * i, hashed[HASH_WORDS[i]]);
        }
        int[] state = state(subkey, 0);
        state[6] = word(nonce, 4);
        state[7] = word(nonce, 5);
        return state;
    }

    private static int[] state(byte[] key, int offset) {
        int[] state = new int[WORDS];
        for (int i = 0; i < 4; i++) {
            state[5 * i] = CONSTANTS[i];
            state[1 + i] = word(key, offset + i);
            state[11 + i] = word(key, offset + 4 + i);
        }
        return state;
    }

    private static int word(byte[] bytes, int index) {
        return (int) INTS.get(bytes, 4 * index);
    }

    /** Writes the block of key stream with a number, 64 bytes; uses {@code work} of 16 words. */
    static void block(int[] state, long number, int[] work, byte[] stream) {
        state[COUNTER_LOW] = (int) number;
        state[COUNTER_HIGH] = (int) (number >>> Integer.SIZE);
        System.arraycopy(state, 0, work, 0, WORDS);
        doubleRounds(work);
        for (int i = 0; i < WORDS; i++) {
            INTS.set(stream, 4 * i, work[i] + state[i]);
        }
    }

    private static void doubleRounds(int[] x) {
        for (int round = 0; round < DOUBLE_ROUNDS; round++) {
            quarter(x, 0, 4, 8, 12);
            quarter(x, 5, 9, 13, 1);
            quarter(x, 10, 14, 2, 6);
            quarter(x, 15, 3, 7, 11);
            quarter(x, 0, 1, 2, 3);
            quarter(x, 5, 6, 7, 4);
            quarter(x, 10, 11, 8, 9);
            quarter(x, 15, 12, 13, 14);
        }
    }

    private static void quarter(int[] x, int a, int b, int c, int d) {
        x[b] ^= Integer.rotateLeft(x[a] + x[d], 7);
        x[c] ^= Integer.rotateLeft(x[b] + x[a], 9);
        x[d] ^= Integer.rotateLeft(x[c] + x[b], 13);
        x[a] ^= Integer.rotateLeft(x[d] + x[c], 18);
    }
}
