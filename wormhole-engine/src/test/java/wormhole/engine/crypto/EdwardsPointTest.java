package wormhole.engine.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

class EdwardsPointTest {
    @Property(tries = 30)
    void multiplesOfTheBaseAreThoseOfBouncyCastle(@ForAll @Size(32) byte[] seed) {
        byte[] publicKey = new byte[32];
        Ed25519.generatePublicKey(seed, 0, publicKey, 0);

        assertThat(EdwardsPoint.BASE.times(clampedScalar(seed)).encode()).isEqualTo(publicKey);
    }

    /** The scalar of an Ed25519 private key (RFC 8032, section 5.1.5). */
    private static Scalar clampedScalar(byte[] seed) {
        SHA512Digest sha512 = new SHA512Digest();
        sha512.update(seed, 0, seed.length);
        byte[] hash = new byte[64];
        sha512.doFinal(hash, 0);
        hash[0] &= (byte) 0xf8;
        hash[31] = (byte) ((hash[31] & 0x7f) | 0x40);
        byte[] bigEndian = new byte[32];
        for (int i = 0; i < 32; i++) {
            bigEndian[i] = hash[31 - i];
        }
        return Scalar.reduce(bigEndian);
    }

    @Property(tries = 20)
    void additionAgreesWithAdditionOfScalars(@ForAll @Size(32) byte[] a, @ForAll @Size(32) byte[] b) {
        Scalar sum =
                Scalar.reduce(new BigInteger(1, a).add(new BigInteger(1, b)).toByteArray());
        EdwardsPoint separately =
                EdwardsPoint.BASE.times(Scalar.reduce(a)).plus(EdwardsPoint.BASE.times(Scalar.reduce(b)));

        assertThat(separately.encode()).isEqualTo(EdwardsPoint.BASE.times(sum).encode());
    }

    @Property(tries = 20)
    void decodingIsTheInverseOfEncoding(@ForAll @Size(32) byte[] scalar) throws BadElementException {
        byte[] encoded = EdwardsPoint.BASE.times(Scalar.reduce(scalar)).encode();

        assertThat(EdwardsPoint.decode(encoded).encode()).isEqualTo(encoded);
    }
}
