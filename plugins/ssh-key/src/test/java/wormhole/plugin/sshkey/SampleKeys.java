package wormhole.plugin.sshkey;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Keys to test with. Nobody can log in anywhere with them: their private halves were thrown away. */
final class SampleKeys {
    static final String ED25519 =
            "ssh-ed25519" + " AAAAC3NzaC1lZDI1NTE5AAAAIEAkxG3dmOdOTu+VkHdF4maePj6zAkoKaHKAvy5F1QO6 alice@laptop";
    static final String ED25519_FINGERPRINT = "SHA256:OtizErCGk11jQTWZyxIWV+DpSW56kEuf084zANWO1AQ";

    static final String ECDSA_256 = "ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBH3qVh5z"
            + "hp+6qT70GxbwhR5m3lz6gtK43yJK+Czuke7g5gC118K4WfnWHD6rnQDkkDVN8yT5cxtOvO50FpEbaa4= c256";
    static final String ECDSA_384 = "ecdsa-sha2-nistp384 AAAAE2VjZHNhLXNoYTItbmlzdHAzODQAAAAIbmlzdHAzODQAAABhBFOgjIwm"
            + "IaEzad/4+0OrCJbkrrwpXb3lsry9ON1qWXNjc0fNHS3oP9B8d8T7OWrPp7DqwE9gMTMY14/cJpaRidOoGZmc8FY29neSfAqBiYidrrw9"
            + "JY2CHP/NKasQo+2BQQ== c384";
    static final String ECDSA_521 = "ecdsa-sha2-nistp521 AAAAE2VjZHNhLXNoYTItbmlzdHA1MjEAAAAIbmlzdHA1MjEAAACFBAD+YtI6"
            + "BwSwnxGEbtIbJqfnq5ZG2s8r6sXSzhPGJpbbPy6gOOFZF41jt/pSBh1e+iKJdnmQcSzlpkRfKL1EyWNQggD0Eqsu62NeFauvg9gmVCmO"
            + "mvzm7leeFM5DLKIqODzdwWBRYqJvo4BbDg40ZOHFyRzm9UEPW+ZHuBdoUtbsbdHfSQ== c521";
    static final String RSA = "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQDZ4Bj31lfXZaCqCODTywQXokf4DFF25qo/3ekde3pqXxZLUVtM"
            + "+Ath6/euNv9MUL2TnnJ88MVm0OQB19m52/zVda8USzB47U7+GeOQU3dEQBP6RXin/X0e6C7MgIAOY1My/rhAfF2/YTf8I0KGHDKVrieQ"
            + "1Hvi5vgCwyyX/LbB4ovqLkFrQgs/NZ6061Gy/XgOf9VNSuA676T1ejqs/mQ4+fOhpcJyhhY8lGQp5A4ikDeMw4L/eMxjzSBpousmxPWe"
            + "gtnzIIlZzHZ8xfdfoQGuZUDbjuBg6VIRm/jTLyygSmpjUxyaW/0x540Ld29xF3UzAf8STBI1JIT1lX7P/zej with several words";
    static final String DSA = "ssh-dss AAAAB3NzaC1kc3MAAACBAPNdujh9Bb56 root@vm";

    /** The lines around it are what gives it away; what would be between them does not matter. */
    static final String PRIVATE = """
            -----BEGIN OPENSSH PRIVATE KEY-----
            b3BlbnNzaC1rZXktdjEAAAAA
            -----END OPENSSH PRIVATE KEY-----
            """;

    private SampleKeys() {}

    static PublicKey key(String line) {
        try {
            return PublicKey.parse(line);
        } catch (BadKey e) {
            throw new AssertionError(e);
        }
    }

    /** A line of any type with any inside. */
    static String made(String type, byte[]... fields) {
        return type + " " + Base64.getEncoder().encodeToString(blob(fields));
    }

    static byte[] blob(byte[]... fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream data = new DataOutputStream(bytes)) {
            for (byte[] field : fields) {
                data.writeInt(field.length);
                data.write(field);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** A point of a curve, as far as its form goes. */
    static byte[] point(int length) {
        byte[] point = new byte[length];
        point[0] = 4;
        return point;
    }
}
