package wormhole.engine.crypto;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Poly1305 over 64 blocks at once, for the bulk of a long message: lane l takes every 64th block, so that all of them are
 * multiplied by the same power of the key. Five limbs of 26 bits; limb i of lane l stands at {@code i * LANES + l}. As in
 * {@link Salsa20Lanes}, the loops have just the form that the JIT compiler turns into vector instructions: at most three
 * products each. Measure before changing a line. Nothing branches on a secret. Not thread-safe.
 */
final class Poly1305Lanes implements BulkAuthenticator {
    static final int LANES = 64;
    static final int BYTES = 16 * LANES;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LIMB = Poly1305Limbs.LIMB;
    private static final int LIMB_BITS = Poly1305Limbs.BITS;
    /** 2^128, which is added to every whole block, as it stands in the top limb. */
    private static final long WHOLE_BLOCK = 1L << 24;
    /** Where the products are gathered, behind the five limbs of the sums. */
    private static final int D = 5 * LANES;

    private final long[] x = new long[10 * LANES];
    private final long[] halves = new long[2 * LANES];
    private long[] r = new long[5];

    @Override
    public int groupBytes() {
        return BYTES;
    }

    @Override
    public void start(long[] key) {
        Arrays.fill(x, 0, D, 0);
        r = key.clone();
        for (int lanes = 1; lanes < LANES; lanes *= 2) {
            Poly1305Limbs.multiply(r, r.clone());
        }
    }

    @Override
    public void update(byte[] data, int offset, int groups) {
        // What counts as a group before the first is 0, which no factor changes.
        for (int group = 0; group < groups; group++) {
            multiply(x, r);
            carry(x);
            split(data, offset + group * BYTES, halves);
            add(x, halves);
        }
    }

    private static void multiply(long[] x, long[] r) {
        long s1 = 5 * r[1];
        long s2 = 5 * r[2];
        long s3 = 5 * r[3];
        long s4 = 5 * r[4];
        three(x, D, r[0], s4, s3);
        two(x, D, s2, s1);
        three(x, D + LANES, r[1], r[0], s4);
        two(x, D + LANES, s3, s2);
        three(x, D + 2 * LANES, r[2], r[1], r[0]);
        two(x, D + 2 * LANES, s4, s3);
        three(x, D + 3 * LANES, r[3], r[2], r[1]);
        two(x, D + 3 * LANES, r[0], s4);
        three(x, D + 4 * LANES, r[4], r[3], r[2]);
        two(x, D + 4 * LANES, r[1], r[0]);
    }

    private static void three(long[] x, int into, long a, long b, long c) {
        for (int l = 0; l < LANES; l++) {
            x[into + l] = x[l] * a + x[LANES + l] * b + x[2 * LANES + l] * c;
        }
    }

    private static void two(long[] x, int into, long a, long b) {
        for (int l = 0; l < LANES; l++) {
            x[into + l] += x[3 * LANES + l] * a + x[4 * LANES + l] * b;
        }
    }

    private static void carry(long[] x) {
        for (int l = 0; l < LANES; l++) {
            long d0 = x[D + l];
            long d1 = x[D + LANES + l] + (d0 >>> LIMB_BITS);
            long d2 = x[D + 2 * LANES + l] + (d1 >>> LIMB_BITS);
            long d3 = x[D + 3 * LANES + l] + (d2 >>> LIMB_BITS);
            long d4 = x[D + 4 * LANES + l] + (d3 >>> LIMB_BITS);
            // 2^130 is 5 modulo 2^130 - 5.
            long over = d4 >>> LIMB_BITS;
            d0 = (d0 & LIMB) + over + (over << 2);
            x[l] = d0 & LIMB;
            x[LANES + l] = (d1 & LIMB) + (d0 >>> LIMB_BITS);
            x[2 * LANES + l] = d2 & LIMB;
            x[3 * LANES + l] = d3 & LIMB;
            x[4 * LANES + l] = d4 & LIMB;
        }
    }

    /** Apart from {@link #add}, because what is read from bytes is never turned into vectors. */
    private static void split(byte[] data, int offset, long[] halves) {
        for (int l = 0; l < LANES; l++) {
            halves[l] = (long) LONGS.get(data, offset + 16 * l);
            halves[LANES + l] = (long) LONGS.get(data, offset + 16 * l + 8);
        }
    }

    private static void add(long[] x, long[] halves) {
        for (int l = 0; l < LANES; l++) {
            long low = halves[l];
            long high = halves[LANES + l];
            x[l] += low & LIMB;
            x[LANES + l] += (low >>> 26) & LIMB;
            x[2 * LANES + l] += ((low >>> 52) | (high << 12)) & LIMB;
            x[3 * LANES + l] += (high >>> 14) & LIMB;
            x[4 * LANES + l] += (high >>> 40) | WHOLE_BLOCK;
        }
    }

    @Override
    public long[] finish(long[] key) {
        return Poly1305Limbs.join(x, LANES, key);
    }
}
