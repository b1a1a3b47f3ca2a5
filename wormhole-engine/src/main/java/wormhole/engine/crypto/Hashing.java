package wormhole.engine.crypto;

import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;

/** SHA-256 (FIPS 180-4) and HKDF-SHA256 without salt (RFC 5869). */
final class Hashing {
    static final int HASH_BYTES = 32;
    /** RFC 5869: 255 blocks of the hash. */
    static final int MAX_HKDF_BYTES = 255 * HASH_BYTES;

    private Hashing() {}

    static byte[] sha256(byte[]... parts) {
        SHA256Digest digest = new SHA256Digest();
        for (byte[] part : parts) {
            digest.update(part, 0, part.length);
        }
        byte[] hash = new byte[HASH_BYTES];
        digest.doFinal(hash, 0);
        return hash;
    }

    static byte[] hkdf(byte[] keyMaterial, byte[] info, int length) {
        HKDFBytesGenerator generator = new HKDFBytesGenerator(new SHA256Digest());
        generator.init(new HKDFParameters(keyMaterial, null, info));
        byte[] output = new byte[length];
        generator.generateBytes(output, 0, length);
        return output;
    }

    static byte[] hkdf(byte[] keyMaterial, String info, int length) {
        return hkdf(keyMaterial, info.getBytes(StandardCharsets.UTF_8), length);
    }
}
