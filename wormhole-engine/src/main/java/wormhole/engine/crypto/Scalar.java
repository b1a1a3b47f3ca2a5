package wormhole.engine.crypto;

import java.math.BigInteger;

/**
 * A scalar modulo the order of the prime-order group.
 *
 * <p>The reduction and the negation use {@link BigInteger}, whose time depends a little on the value. Each is done once for
 * a scalar that is used once, from uniformly distributed input of fixed length, so there is nothing to average over; the
 * multiplications, which could be measured bit by bit, take the same steps for every scalar.
 */
final class Scalar {
    private static final BigInteger ORDER =
            BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));
    private static final int BYTES = 32;

    static final byte[] ORDER_BYTES = littleEndian(ORDER);

    private final BigInteger value;

    private Scalar(BigInteger value) {
        this.value = value;
    }

    /** Reads a big-endian number of any length and reduces it. */
    static Scalar reduce(byte[] bigEndian) {
        return new Scalar(new BigInteger(1, bigEndian).mod(ORDER));
    }

    Scalar negated() {
        return new Scalar(ORDER.subtract(value).mod(ORDER));
    }

    /** 32 bytes, little-endian. */
    byte[] bytes() {
        return littleEndian(value);
    }

    private static byte[] littleEndian(BigInteger number) {
        byte[] bigEndian = number.toByteArray();
        byte[] result = new byte[BYTES];
        for (int i = 0; i < Math.min(bigEndian.length, BYTES); i++) {
            result[i] = bigEndian[bigEndian.length - 1 - i];
        }
        return result;
    }
}
