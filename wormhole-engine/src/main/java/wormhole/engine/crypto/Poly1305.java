package wormhole.engine.crypto;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * The Poly1305 authenticator (D. J. Bernstein, "The Poly1305-AES message-authentication code"; RFC 8439, section 2.5), in
 * three limbs of 44, 44 and 42 bits. Nothing branches on a secret. One instance for one message. Not thread-safe.
 *
 * <p>A product of two limbs has up to 92 bits. Its lower 44 come from the ordinary product; the rest comes from the high half
 * of the product of the same limbs shifted by 20 bits together, so that no carries between the halves need to be found.
 */
final class Poly1305 {
    static final int TAG_BYTES = 16;

    private static final int BLOCK_BYTES = 16;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int LIMB_BITS = 44;
    private static final int TOP_LIMB_BITS = 42;
    private static final long LIMB = (1L << LIMB_BITS) - 1;
    private static final long TOP_LIMB = (1L << TOP_LIMB_BITS) - 1;
    /** 2^128, which is added to every whole block, as it stands in the top limb. */
    private static final long WHOLE_BLOCK = 1L << 40;

    private static final int SHIFT_H = 17;
    private static final int SHIFT_R = 64 - LIMB_BITS - SHIFT_H;

    private final long r0;
    private final long r1;
    private final long r2;
    private final long padLow;
    private final long padHigh;
    private long h0;
    private long h1;
    private long h2;

    /**
     * Starts a message.
     *
     * @param key 32 bytes, used for this message only
     */
    Poly1305(byte[] key) {
        long low = (long) LONGS.get(key, 0) & 0x0fff_fffc_0fff_ffffL;
        long high = (long) LONGS.get(key, 8) & 0x0fff_fffc_0fff_fffcL;
        r0 = low & LIMB;
        r1 = ((low >>> LIMB_BITS) | (high << 20)) & LIMB;
        r2 = high >>> 24;
        padLow = (long) LONGS.get(key, 16);
        padHigh = (long) LONGS.get(key, 24);
    }

    /** The clamped key in five limbs of 26 bits. */
    long[] keyLimbs() {
        long low = r0 | (r1 << LIMB_BITS);
        long high = (r1 >>> 20) | (r2 << 24);
        return new long[] {
            low & 0x3ff_ffff,
            (low >>> 26) & 0x3ff_ffff,
            ((low >>> 52) | (high << 12)) & 0x3ff_ffff,
            (high >>> 14) & 0x3ff_ffff,
            high >>> 40
        };
    }

    /** Goes on where others have taken the message so far, whose sum is given in five limbs of 26 bits. */
    void resume(long[] limbs) {
        long lowest = limbs[0] + (limbs[1] << 26);
        long middle = (lowest >>> LIMB_BITS) + (limbs[2] << 8) + (limbs[3] << 34);
        h0 = lowest & LIMB;
        h1 = middle & LIMB;
        h2 = (middle >>> LIMB_BITS) + (limbs[4] << 16);
    }

    /** Takes the message, or a part of it, whose length is a multiple of 16 unless it is the last. */
    void update(byte[] data, int offset, int length) {
        int whole = length & -BLOCK_BYTES;
        blocks(data, offset, whole, WHOLE_BLOCK);
        if (whole < length) {
            byte[] last = new byte[BLOCK_BYTES];
            System.arraycopy(data, offset + whole, last, 0, length - whole);
            last[length - whole] = 1;
            blocks(last, 0, BLOCK_BYTES, 0);
        }
    }

    private void blocks(byte[] data, int offset, int length, long topBit) {
        long a0 = h0;
        long a1 = h1;
        long a2 = h2;
        // 2^132 is 20 modulo 2^130 - 5: what overflows the top comes back with this factor.
        final long s1 = 20 * r1;
        final long s2 = 20 * r2;
        for (int at = offset; at < offset + length; at += BLOCK_BYTES) {
            long low = (long) LONGS.get(data, at);
            long high = (long) LONGS.get(data, at + 8);
            a0 += low & LIMB;
            a1 += ((low >>> LIMB_BITS) | (high << 20)) & LIMB;
            a2 += (high >>> 24) | topBit;

            long c0 = high(a0, r0) + high(a1, s2) + high(a2, s1);
            long c1 = high(a0, r1) + high(a1, r0) + high(a2, s2);
            long c2 = high(a0, r2) + high(a1, r1) + high(a2, r0);
            long d0 = low(a0, r0) + low(a1, s2) + low(a2, s1);
            long d1 = low(a0, r1) + low(a1, r0) + low(a2, s2) + c0;
            long d2 = low(a0, r2) + low(a1, r1) + low(a2, r0) + c1;

            d1 += d0 >>> LIMB_BITS;
            d2 += d1 >>> LIMB_BITS;
            // The top limb is two bits shorter, so its carry counts four times.
            long carry = (c2 << 2) + (d2 >>> TOP_LIMB_BITS);
            a0 = (d0 & LIMB) + 5 * carry;
            a1 = (d1 & LIMB) + (a0 >>> LIMB_BITS);
            a0 &= LIMB;
            a2 = d2 & TOP_LIMB;
        }
        h0 = a0;
        h1 = a1;
        h2 = a2;
    }

    /** The product without its lower 44 bits. Neither operand reaches bit 63 when shifted. */
    private static long high(long h, long r) {
        return Math.multiplyHigh(h << SHIFT_H, r << SHIFT_R);
    }

    /** The lower 44 bits of the product. */
    private static long low(long h, long r) {
        return (h * r) & LIMB;
    }

    /** Ends the message; returns its tag. */
    byte[] finish() {
        byte[] tag = new byte[TAG_BYTES];
        carry();
        carry();
        // The number itself if it is smaller than 2^130 - 5, otherwise less that: chosen by mask.
        long g0 = h0 + 5;
        long g1 = h1 + (g0 >>> LIMB_BITS);
        long g2 = h2 + (g1 >>> LIMB_BITS) - (1L << TOP_LIMB_BITS);
        long keep = g2 >> 63;
        h0 = (h0 & keep) | (g0 & LIMB & ~keep);
        h1 = (h1 & keep) | (g1 & LIMB & ~keep);
        h2 = (h2 & keep) | (g2 & ~keep);

        long low = h0 | (h1 << LIMB_BITS);
        long high = (h1 >>> 20) | (h2 << 24);
        long sum = low + padLow;
        long overflow = ((low & padLow) | ((low | padLow) & ~sum)) >>> 63;
        LONGS.set(tag, 0, sum);
        LONGS.set(tag, 8, high + padHigh + overflow);
        return tag;
    }

    private void carry() {
        h1 += h0 >>> LIMB_BITS;
        h0 &= LIMB;
        h2 += h1 >>> LIMB_BITS;
        h1 &= LIMB;
        h0 += 5 * (h2 >>> TOP_LIMB_BITS);
        h2 &= TOP_LIMB;
        h1 += h0 >>> LIMB_BITS;
        h0 &= LIMB;
    }

    /** Without the state, which depends on the key. */
    @Override
    public String toString() {
        return "Poly1305";
    }

    /** Compares two tags in constant time. */
    static boolean sameTag(byte[] expected, byte[] data, int offset) {
        return MessageDigest.isEqual(expected, Arrays.copyOfRange(data, offset, offset + TAG_BYTES));
    }
}
