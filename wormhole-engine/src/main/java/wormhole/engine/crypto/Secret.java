package wormhole.engine.crypto;

import java.security.MessageDigest;
import java.util.Arrays;

/** Bytes that cannot be printed and are compared in constant time: what every kind of key is made of. */
final class Secret {
    private final byte[] bytes;

    private Secret(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Takes the array over: the caller must not keep it. */
    static Secret owning(byte[] bytes) {
        return new Secret(bytes);
    }

    static Secret copyOf(byte[] bytes) {
        return new Secret(bytes.clone());
    }

    byte[] copy() {
        return bytes.clone();
    }

    /** The bytes themselves, for use within this package, never to be kept or changed. */
    byte[] peek() {
        return bytes;
    }

    void destroy() {
        Arrays.fill(bytes, (byte) 0);
    }

    boolean sameAs(Secret other) {
        return MessageDigest.isEqual(bytes, other.bytes);
    }

    @Override
    public String toString() {
        return "Secret[" + bytes.length + " bytes]";
    }
}
