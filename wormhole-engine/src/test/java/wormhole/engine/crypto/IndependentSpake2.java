package wormhole.engine.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Symmetric SPAKE2 as the textbook has it, to judge ours: affine points, {@link BigInteger}, the JDK's HMAC. It shares no
 * line with the product and takes no care of time.
 */
final class IndependentSpake2 {
    private static final BigInteger P = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
    private static final BigInteger ORDER =
            BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));
    private static final BigInteger D = BigInteger.valueOf(-121665)
            .multiply(BigInteger.valueOf(121666).modInverse(P))
            .mod(P);
    private static final Point BASE = new Point(
            new BigInteger("15112221349535400772501151409588531511454012693041857206046113283949847762202"),
            new BigInteger("46316835694926478169428394003475163141307993866256225615783033603165251855960"));
    /** What the Python package hashes the letters "symmetric" to. */
    private static final Point S = Point.decode(
            new BigInteger("6f00dae87c1be1a73b5922ef431cd8f57879569c222d22b1cd71e8546ab8e6f1", 16).toByteArray());

    private final byte[] password;
    private final byte[] identity;
    private final BigInteger passwordScalar;
    private final BigInteger secret;
    private final byte[] element;

    IndependentSpake2(byte[] password, byte[] identity, byte[] entropy) throws Exception {
        this.password = password;
        this.identity = identity;
        this.passwordScalar = new BigInteger(1, expanded(password)).mod(ORDER);
        this.secret = new BigInteger(1, entropy).mod(ORDER);
        this.element = BASE.times(secret).plus(S.times(passwordScalar)).encode();
    }

    /** RFC 5869, 48 bytes for "SPAKE2 pw" without salt. */
    private static byte[] expanded(byte[] password) throws Exception {
        byte[] pseudorandom = hmac(new byte[32], password);
        byte[] first = hmac(pseudorandom, joined("SPAKE2 pw".getBytes(US_ASCII), new byte[] {1}));
        byte[] second = hmac(pseudorandom, joined(first, "SPAKE2 pw".getBytes(US_ASCII), new byte[] {2}));
        return Arrays.copyOf(joined(first, second), 48);
    }

    private static byte[] hmac(byte[] key, byte[] data) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(data);
    }

    byte[] message() {
        return joined("S".getBytes(US_ASCII), element);
    }

    byte[] finish(byte[] message) throws Exception {
        byte[] theirs = Arrays.copyOfRange(message, 1, message.length);
        byte[] shared = Point.decode(theirs)
                .plus(S.times(ORDER.subtract(passwordScalar)))
                .times(secret)
                .encode();
        byte[][] both = {element, theirs};
        Arrays.sort(both, Arrays::compareUnsigned);
        return sha256(joined(sha256(password), sha256(identity), both[0], both[1], shared));
    }

    private static byte[] sha256(byte[] data) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(data);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    /** An affine point of −x² + y² = 1 + dx²y². */
    private record Point(BigInteger x, BigInteger y) {
        static Point decode(byte[] littleEndian) {
            byte[] bytes = littleEndian.clone();
            reverse(bytes);
            boolean odd = bytes[0] < 0;
            bytes[0] &= 0x7f;
            BigInteger y = new BigInteger(1, bytes);
            BigInteger ySquared = y.multiply(y);
            BigInteger xSquared = ySquared.subtract(BigInteger.ONE)
                    .multiply(D.multiply(ySquared).add(BigInteger.ONE).modInverse(P))
                    .mod(P);
            BigInteger x = xSquared.modPow(P.add(BigInteger.valueOf(3)).shiftRight(3), P);
            if (!x.multiply(x).subtract(xSquared).mod(P).equals(BigInteger.ZERO)) {
                x = x.multiply(BigInteger.TWO.modPow(P.subtract(BigInteger.ONE).shiftRight(2), P))
                        .mod(P);
            }
            return new Point(x.testBit(0) == odd ? x : P.subtract(x), y);
        }

        byte[] encode() {
            byte[] bytes = new byte[32];
            byte[] number = y.toByteArray();
            System.arraycopy(
                    number,
                    Math.max(0, number.length - 32),
                    bytes,
                    Math.max(0, 32 - number.length),
                    Math.min(32, number.length));
            if (x.testBit(0)) {
                bytes[0] |= (byte) 0x80;
            }
            reverse(bytes);
            return bytes;
        }

        private static void reverse(byte[] bytes) {
            for (int i = 0; i < bytes.length / 2; i++) {
                byte kept = bytes[i];
                bytes[i] = bytes[bytes.length - 1 - i];
                bytes[bytes.length - 1 - i] = kept;
            }
        }

        Point plus(Point other) {
            BigInteger product = D.multiply(x)
                    .multiply(other.x)
                    .multiply(y)
                    .multiply(other.y)
                    .mod(P);
            BigInteger newX = x.multiply(other.y)
                    .add(y.multiply(other.x))
                    .multiply(BigInteger.ONE.add(product).modInverse(P));
            BigInteger newY = y.multiply(other.y)
                    .add(x.multiply(other.x))
                    .multiply(BigInteger.ONE.subtract(product).modInverse(P));
            return new Point(newX.mod(P), newY.mod(P));
        }

        Point times(BigInteger scalar) {
            Point result = new Point(BigInteger.ZERO, BigInteger.ONE);
            for (int bit = scalar.bitLength() - 1; bit >= 0; bit--) {
                result = result.plus(result);
                result = scalar.testBit(bit) ? result.plus(this) : result;
            }
            return result;
        }
    }
}
