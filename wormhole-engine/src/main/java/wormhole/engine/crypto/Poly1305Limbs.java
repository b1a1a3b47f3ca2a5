package wormhole.engine.crypto;

/** Numbers modulo 2^130 - 5 in five limbs of 26 bits, and how lanes of them become one. Nothing branches on a secret. */
final class Poly1305Limbs {
    static final int BITS = 26;
    static final long LIMB = (1L << BITS) - 1;
    static final int COUNT = 5;

    private Poly1305Limbs() {}

    static long[] product(long[] a, long[] b) {
        long[] product = new long[COUNT];
        for (int i = 0; i < COUNT; i++) {
            for (int j = 0; j < COUNT; j++) {
                // 2^130 is 5 modulo 2^130 - 5: what overflows the top comes back with this factor.
                product[(i + j) % COUNT] += a[i] * b[j] * (i + j < COUNT ? 1 : 5);
            }
        }
        return carried(product);
    }

    /** Brings every limb back to its bits, the second one to a little more. */
    private static long[] carried(long[] x) {
        for (int i = 0; i < COUNT - 1; i++) {
            x[i + 1] += x[i] >>> BITS;
            x[i] &= LIMB;
        }
        x[0] += 5 * (x[4] >>> BITS);
        x[4] &= LIMB;
        x[1] += x[0] >>> BITS;
        x[0] &= LIMB;
        return x;
    }

    /**
     * The sum of all lanes, each multiplied by the power of the key that it lacks: lane l of n by r^(n - l). Half of the lanes
     * are folded onto the other half until one is left.
     *
     * @param x limb i of lane l at {@code i * lanes + l}
     */
    static long[] join(long[] x, int lanes, long[] r) {
        long[][] powers = new long[Integer.numberOfTrailingZeros(lanes) + 1][];
        powers[0] = r;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = product(powers[i - 1], powers[i - 1]);
        }
        long[][] sums = new long[lanes][];
        for (int l = 0; l < lanes; l++) {
            sums[l] = lane(x, lanes, l);
        }
        for (int i = powers.length - 2; i >= 0; i--) {
            for (int l = 0; l < 1 << i; l++) {
                sums[l] = sum(product(sums[l], powers[i]), sums[l + (1 << i)]);
            }
        }
        return product(sums[0], r);
    }

    private static long[] lane(long[] x, int lanes, int lane) {
        long[] limbs = new long[COUNT];
        for (int i = 0; i < COUNT; i++) {
            limbs[i] = x[i * lanes + lane];
        }
        return limbs;
    }

    private static long[] sum(long[] a, long[] b) {
        for (int i = 0; i < COUNT; i++) {
            a[i] += b[i];
        }
        return a;
    }
}
