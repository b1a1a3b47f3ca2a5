package wormhole.plugin.sshkey;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of keys that OpenSSH takes, and what each is made of (RFC 4253, 5656, 8709; OpenSSH PROTOCOL.u2f). */
enum KeyType {
    ED25519("ssh-ed25519"),
    ECDSA_256("ecdsa-sha2-nistp256"),
    ECDSA_384("ecdsa-sha2-nistp384"),
    ECDSA_521("ecdsa-sha2-nistp521"),
    RSA("ssh-rsa"),
    SECURITY_KEY_ED25519("sk-ssh-ed25519@openssh.com"),
    SECURITY_KEY_ECDSA("sk-ecdsa-sha2-nistp256@openssh.com");

    /** OpenSSH takes no shorter ones, and no longer ones are made. */
    private static final int MIN_RSA_BITS = 1024;

    private static final int MAX_RSA_BITS = 16_384;
    private static final int MAX_EXPONENT_BITS = 64;
    private static final byte UNCOMPRESSED = 4;

    private final String typeName;

    KeyType(String typeName) {
        this.typeName = typeName;
    }

    /** What may stand in one place of a key. */
    @FunctionalInterface
    private interface Field {
        boolean fits(byte[] bytes);
    }

    /** The type of a name; empty for those that are unknown, outdated, or certificates. */
    static Optional<KeyType> named(String name) {
        return Stream.of(values()).filter(type -> type.typeName.equals(name)).findFirst();
    }

    String typeName() {
        return typeName;
    }

    private List<Field> fields() {
        return switch (this) {
            case ED25519 -> List.of(bytes(32));
            case ECDSA_256 -> List.of(text("nistp256"), point(65));
            case ECDSA_384 -> List.of(text("nistp384"), point(97));
            case ECDSA_521 -> List.of(text("nistp521"), point(133));
            case RSA -> List.of(KeyType::isExponent, KeyType::isModulus);
            case SECURITY_KEY_ED25519 -> List.of(bytes(32), KeyType::isApplication);
            case SECURITY_KEY_ECDSA -> List.of(text("nistp256"), point(65), KeyType::isApplication);
        };
    }

    /** Whether the fields of a key, without the name that they begin with, are those of this type. */
    boolean fits(List<byte[]> found) {
        List<Field> fields = fields();
        if (found.size() != fields.size()) {
            return false;
        }
        for (int i = 0; i < found.size(); i++) {
            if (!fields.get(i).fits(found.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static Field bytes(int length) {
        return field -> field.length == length;
    }

    private static Field text(String text) {
        return field -> Arrays.equals(field, text.getBytes(StandardCharsets.US_ASCII));
    }

    private static Field point(int length) {
        return field -> field.length == length && field[0] == UNCOMPRESSED;
    }

    private static boolean isApplication(byte[] field) {
        return field.length > 0;
    }

    private static boolean isExponent(byte[] field) {
        return isOddNumber(field) && new BigInteger(field).bitLength() <= MAX_EXPONENT_BITS;
    }

    private static boolean isModulus(byte[] field) {
        if (!isOddNumber(field)) {
            return false;
        }
        int bits = new BigInteger(field).bitLength();
        return bits >= MIN_RSA_BITS && bits <= MAX_RSA_BITS;
    }

    /** Above 1, odd, and written in as few bytes as it can be. */
    private static boolean isOddNumber(byte[] field) {
        if (field.length == 0) {
            return false;
        }
        BigInteger number = new BigInteger(field);
        return number.compareTo(BigInteger.ONE) > 0 && number.testBit(0) && Arrays.equals(number.toByteArray(), field);
    }
}
