package wormhole.engine.crypto;

/** Numbers modulo 2^130 - 5 in five limbs of 26 bits, and how lanes of them become one. Nothing branches on a secret. */
final class Poly1305Limbs {
    static final int BITS = 26;
    static final long LIMB = (1L << BITS) - 1;
    static final int COUNT = 5;

    private Poly1305Limbs() {}

    /** Makes {@code a} the product of both. Written out, since what has no loop costs the JIT compiler the least. */
    static void multiply(long[] a, long[] b) {
        long a0 = a[0];
        long a1 = a[1];
        long a2 = a[2];
        long a3 = a[3];
        long a4 = a[4];
        // 2^130 is 5 modulo 2^130 - 5: what overflows the top comes back with this factor.
        long s1 = 5 * b[1];
        long s2 = 5 * b[2];
        long s3 = 5 * b[3];
        long s4 = 5 * b[4];
        long d0 = a0 * b[0] + a1 * s4 + a2 * s3 + a3 * s2 + a4 * s1;
        long d1 = a0 * b[1] + a1 * b[0] + a2 * s4 + a3 * s3 + a4 * s2 + (d0 >>> BITS);
        long d2 = a0 * b[2] + a1 * b[1] + a2 * b[0] + a3 * s4 + a4 * s3 + (d1 >>> BITS);
        long d3 = a0 * b[3] + a1 * b[2] + a2 * b[1] + a3 * b[0] + a4 * s4 + (d2 >>> BITS);
        long d4 = a0 * b[4] + a1 * b[3] + a2 * b[2] + a3 * b[1] + a4 * b[0] + (d3 >>> BITS);
        long low = (d0 & LIMB) + 5 * (d4 >>> BITS);
        a[0] = low & LIMB;
        a[1] = (d1 & LIMB) + (low >>> BITS);
        a[2] = d2 & LIMB;
        a[3] = d3 & LIMB;
        a[4] = d4 & LIMB;
    }

    /**
     * The sum of all lanes, each multiplied by the power of the key that it lacks: lane l of n by r^(n - l).
     *
     * @param x limb i of lane l at {@code i * lanes + l}
     */
    static long[] join(long[] x, int lanes, long[] r) {
        long[] sum = new long[COUNT];
        for (int l = 0; l < lanes; l++) {
            for (int i = 0; i < COUNT; i++) {
                sum[i] += x[i * lanes + l];
            }
            multiply(sum, r);
        }
        return sum;
    }
}
