package wormhole.engine.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.subtle.Hkdf;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Two other implementations must agree: Tink about HKDF, the JDK about SHA-256. */
class HashingTest {
    @Property(tries = 200)
    void hkdfIsTheOneThatTinkKnows(
            @ForAll @Size(max = 100) byte[] secret,
            @ForAll @Size(max = 100) byte[] info,
            @ForAll @IntRange(min = 1, max = Hashing.MAX_HKDF_BYTES) int length)
            throws GeneralSecurityException {
        assertThat(Hashing.hkdf(secret, info, length))
                .isEqualTo(Hkdf.computeHkdf("HMACSHA256", secret, new byte[0], info, length));
    }

    @Property(tries = 200)
    void purposesAreHashedAsUtf8(@ForAll @Size(max = 100) byte[] secret, @ForAll String purpose)
            throws GeneralSecurityException {
        byte[] info = purpose.getBytes(StandardCharsets.UTF_8);

        assertThat(Hashing.hkdf(secret, purpose, 32))
                .isEqualTo(Hkdf.computeHkdf("HMACSHA256", secret, new byte[0], info, 32));
    }

    @Property(tries = 200)
    void sha256IsTheOneOfThePlatform(@ForAll @Size(max = 300) byte[] first, @ForAll @Size(max = 300) byte[] second)
            throws GeneralSecurityException {
        MessageDigest platform = MessageDigest.getInstance("SHA-256");
        platform.update(first);
        platform.update(second);

        assertThat(Hashing.sha256(first, second)).isEqualTo(platform.digest());
    }
}
