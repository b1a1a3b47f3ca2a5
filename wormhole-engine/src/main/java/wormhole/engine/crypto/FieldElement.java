package wormhole.engine.crypto;

import org.bouncycastle.math.ec.rfc7748.X25519Field;

/**
 * Bouncy Castle's constant-time arithmetic modulo 2<sup>255</sup> − 19 as expressions. Every sum is carried at once, so that
 * the limbs always stay within what multiplication takes.
 */
final class FieldElement {
    private FieldElement() {}

    static int[] of(int small) {
        int[] result = X25519Field.create();
        X25519Field.one(result);
        X25519Field.mul(result, small, result);
        return result;
    }

    static int[] add(int[] a, int[] b) {
        int[] result = X25519Field.create();
        X25519Field.add(a, b, result);
        X25519Field.carry(result);
        return result;
    }

    static int[] subtract(int[] a, int[] b) {
        int[] result = X25519Field.create();
        X25519Field.sub(a, b, result);
        X25519Field.carry(result);
        return result;
    }

    static int[] multiply(int[] a, int[] b) {
        int[] result = X25519Field.create();
        X25519Field.mul(a, b, result);
        return result;
    }

    static int[] inverse(int[] a) {
        int[] result = X25519Field.create();
        X25519Field.inv(a, result);
        return result;
    }

    static int[] negative(int[] a) {
        return subtract(X25519Field.create(), a);
    }

    /** {@code whenOne} if the bit is 1, {@code whenZero} if it is 0, without a branch on it. */
    static int[] select(int bit, int[] whenOne, int[] whenZero) {
        int[] result = whenZero.clone();
        X25519Field.cmov(-bit, whenOne, 0, result, 0);
        return result;
    }

    static boolean isZero(int[] a) {
        int[] normal = a.clone();
        X25519Field.normalize(normal);
        return X25519Field.isZero(normal) != 0;
    }

    /** 32 bytes, little-endian, canonical. */
    static byte[] encode(int[] a) {
        int[] normal = a.clone();
        X25519Field.normalize(normal);
        byte[] bytes = new byte[32];
        X25519Field.encode(normal, bytes);
        return bytes;
    }
}
