package wormhole.engine.crypto;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Salsa20 on 256 blocks at once: word w of block l stands at {@code w * LANES + l}, so that every loop runs over neighbours
 * and the JIT compiler turns it into vector instructions. The loops are kept in just the form that it recognises: constant
 * counts, loads and stores in one order, one loop a quarter-round. With 64 blocks a loop is over before it is at its best;
 * with 512 the state leaves the nearest cache. Measure before changing a line. Not thread-safe.
 */
final class Salsa20Lanes implements BulkCipher {
    static final int LANES = 256;
    static final int BYTES = LANES * Salsa20.BLOCK_BYTES;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LOW_WORD = 0xffff_ffffL;

    private final int[] input = new int[Salsa20.WORDS * LANES];
    private final int[] x = new int[Salsa20.WORDS * LANES];

    @Override
    public int groupBytes() {
        return BYTES;
    }

    @Override
    public void start(int[] state) {
        for (int w = 0; w < Salsa20.WORDS; w++) {
            Arrays.fill(input, w * LANES, (w + 1) * LANES, state[w]);
        }
    }

    @Override
    public void mix(long number, byte[] data, int offset) {
        count(number);
        System.arraycopy(input, 0, x, 0, x.length);
        for (int round = 0; round < Salsa20.DOUBLE_ROUNDS; round++) {
            doubleRound(x);
        }
        add(x, input);
        exclusiveOr(x, data, offset);
    }

    private void count(long number) {
        for (int l = 0; l < LANES; l++) {
            input[Salsa20.COUNTER_LOW * LANES + l] = (int) (number + l);
            input[Salsa20.COUNTER_HIGH * LANES + l] = (int) ((number + l) >>> Integer.SIZE);
        }
    }

    private static void doubleRound(int[] x) {
        quarter(x, 0 * LANES, 4 * LANES, 8 * LANES, 12 * LANES);
        quarter(x, 5 * LANES, 9 * LANES, 13 * LANES, 1 * LANES);
        quarter(x, 10 * LANES, 14 * LANES, 2 * LANES, 6 * LANES);
        quarter(x, 15 * LANES, 3 * LANES, 7 * LANES, 11 * LANES);
        quarter(x, 0 * LANES, 1 * LANES, 2 * LANES, 3 * LANES);
        quarter(x, 5 * LANES, 6 * LANES, 7 * LANES, 4 * LANES);
        quarter(x, 10 * LANES, 11 * LANES, 8 * LANES, 9 * LANES);
        quarter(x, 15 * LANES, 12 * LANES, 13 * LANES, 14 * LANES);
    }

    private static void quarter(int[] x, int atA, int atB, int atC, int atD) {
        for (int l = 0; l < LANES; l++) {
            int a = x[atA + l];
            int b = x[atB + l];
            int c = x[atC + l];
            int d = x[atD + l];
            b ^= Integer.rotateLeft(a + d, 7);
            c ^= Integer.rotateLeft(b + a, 9);
            d ^= Integer.rotateLeft(c + b, 13);
            a ^= Integer.rotateLeft(d + c, 18);
            x[atA + l] = a;
            x[atB + l] = b;
            x[atC + l] = c;
            x[atD + l] = d;
        }
    }

    private static void add(int[] x, int[] input) {
        for (int i = 0; i < Salsa20.WORDS * LANES; i++) {
            x[i] += input[i];
        }
    }

    private static void exclusiveOr(int[] x, byte[] data, int offset) {
        for (int w = 0; w < Salsa20.WORDS; w += 2) {
            exclusiveOr(x, w * LANES, data, offset + Integer.BYTES * w);
        }
    }

    /** Two words of every block, which stand side by side in the data. */
    private static void exclusiveOr(int[] x, int from, byte[] data, int offset) {
        for (int l = 0; l < LANES; l++) {
            long stream = (x[from + l] & LOW_WORD) | ((long) x[from + LANES + l] << Integer.SIZE);
            int at = offset + l * Salsa20.BLOCK_BYTES;
            LONGS.set(data, at, (long) LONGS.get(data, at) ^ stream);
        }
    }
}
