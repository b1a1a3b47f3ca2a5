package wormhole.engine.crypto;

import static wormhole.engine.crypto.FieldElement.add;
import static wormhole.engine.crypto.FieldElement.inverse;
import static wormhole.engine.crypto.FieldElement.isZero;
import static wormhole.engine.crypto.FieldElement.multiply;
import static wormhole.engine.crypto.FieldElement.negative;
import static wormhole.engine.crypto.FieldElement.select;
import static wormhole.engine.crypto.FieldElement.subtract;

import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.math.ec.rfc7748.X25519Field;

/**
 * A point of edwards25519 in extended coordinates (RFC 8032, section 5.1.4). Addition is complete, so that no case needs a
 * branch; multiplication does the same work for every scalar.
 */
final class EdwardsPoint {
    static final int BYTES = 32;

    /** d = −121665 / 121666 (RFC 8032, section 5.1). */
    private static final int[] D = negative(multiply(FieldElement.of(121665), inverse(FieldElement.of(121666))));

    private static final int[] TWO_D = add(D, D);
    private static final EdwardsPoint IDENTITY =
            new EdwardsPoint(X25519Field.create(), FieldElement.of(1), FieldElement.of(1), X25519Field.create());

    /** The generator B (RFC 8032, section 5.1). */
    static final EdwardsPoint BASE = constant("5866666666666666666666666666666666666666666666666666666666666666");

    private final int[] x;
    private final int[] y;
    private final int[] z;
    private final int[] t;

    private EdwardsPoint(int[] x, int[] y, int[] z, int[] t) {
        this.x = x;
        this.y = y;
        this.z = z;
        this.t = t;
    }

    /** A point that is known to be good. */
    static EdwardsPoint constant(String hex) {
        try {
            return decode(HexFormat.of().parseHex(hex));
        } catch (BadElementException e) {
            throw new IllegalArgumentException("no point: " + hex, e);
        }
    }

    /**
     * Decodes strictly: what an honest peer never sends is refused. Takes variable time, which is harmless: the bytes came
     * over the network in the clear.
     */
    static EdwardsPoint decode(byte[] bytes) throws BadElementException {
        if (bytes.length != BYTES) {
            throw new BadElementException("wrong length");
        }
        byte[] yBytes = bytes.clone();
        int sign = (yBytes[BYTES - 1] & 0x80) >>> 7;
        yBytes[BYTES - 1] &= 0x7f;
        int[] y = X25519Field.create();
        X25519Field.decode255(yBytes, y);
        if (!Arrays.equals(FieldElement.encode(y), yBytes)) {
            throw new BadElementException("not canonical");
        }
        int[] x = recoverX(y, sign);
        return new EdwardsPoint(x, y, FieldElement.of(1), multiply(x, y));
    }

    private static int[] recoverX(int[] y, int sign) throws BadElementException {
        int[] ySquared = multiply(y, y);
        int[] one = FieldElement.of(1);
        int[] x = X25519Field.create();
        if (!X25519Field.sqrtRatioVar(subtract(ySquared, one), add(multiply(D, ySquared), one), x)) {
            throw new BadElementException("not on the curve");
        }
        if (isZero(x) && sign == 1) {
            throw new BadElementException("not canonical");
        }
        return (FieldElement.encode(x)[0] & 1) == sign ? x : negative(x);
    }

    /** Refuses everything but the elements that honest peers send: those of the prime-order group except the identity. */
    EdwardsPoint requirePrimeOrder() throws BadElementException {
        if (isIdentity()) {
            throw new BadElementException("identity");
        }
        if (doubled().doubled().doubled().isIdentity()) {
            throw new BadElementException("small order");
        }
        if (!times(Scalar.ORDER_BYTES).isIdentity()) {
            throw new BadElementException("outside the prime-order group");
        }
        return this;
    }

    byte[] encode() {
        int[] zInverse = inverse(z);
        byte[] bytes = FieldElement.encode(multiply(y, zInverse));
        bytes[BYTES - 1] |= (byte) ((FieldElement.encode(multiply(x, zInverse))[0] & 1) << 7);
        return bytes;
    }

    /** "add-2008-hwcd-3" of Hisil, Wong, Carter and Dawson, complete on this curve. */
    EdwardsPoint plus(EdwardsPoint other) {
        int[] a = multiply(subtract(y, x), subtract(other.y, other.x));
        int[] b = multiply(add(y, x), add(other.y, other.x));
        int[] c = multiply(multiply(t, TWO_D), other.t);
        int[] zz = multiply(z, other.z);
        int[] d = add(zz, zz);
        int[] e = subtract(b, a);
        int[] f = subtract(d, c);
        int[] g = add(d, c);
        int[] h = add(b, a);
        return new EdwardsPoint(multiply(e, f), multiply(g, h), multiply(f, g), multiply(e, h));
    }

    private EdwardsPoint doubled() {
        return plus(this);
    }

    /** Double and always add, keeping the sum only where the bit is set: no branch, no table. */
    EdwardsPoint times(Scalar scalar) {
        return times(scalar.bytes());
    }

    private EdwardsPoint times(byte[] littleEndian) {
        EdwardsPoint result = IDENTITY;
        for (int bit = littleEndian.length * 8 - 1; bit >= 0; bit--) {
            result = result.doubled();
            EdwardsPoint sum = result.plus(this);
            int set = (littleEndian[bit >>> 3] >>> (bit & 7)) & 1;
            result = new EdwardsPoint(
                    select(set, sum.x, result.x),
                    select(set, sum.y, result.y),
                    select(set, sum.z, result.z),
                    select(set, sum.t, result.t));
        }
        return result;
    }

    private boolean isIdentity() {
        return isZero(x) && isZero(subtract(y, z));
    }
}
