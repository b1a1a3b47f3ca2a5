package wormhole.spi.files;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A hash of bytes that come piece by piece (SHA-256, FIPS 180-4), at full speed on every processor. For one thread at a time.
 *
 * <p>The JDK's alone may fall from 1800 to 12 MB/s: on a processor with AVX-512, HotSpot clears new objects with wide registers
 * and leaves their upper parts in use, and then each of the SHA instructions, which are older, is handled as an exception.
 * What copies arrays inside HotSpot gives the upper parts back; so a few bytes are copied before each piece.
 */
public final class Sha256 {
    /** The length of a hash in bytes. */
    public static final int BYTES = 32;

    /** Fewer would not leave compiled code to be copied. */
    private static final byte[] WIDE = new byte[128];

    private final MessageDigest digest;
    private final byte[] copied;

    public Sha256() {
        this(fresh());
    }

    private Sha256(MessageDigest digest) {
        this.digest = digest;
        this.copied = new byte[WIDE.length];
    }

    private static MessageDigest fresh() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Takes in what a buffer has left, and leaves the buffer as it is. */
    public void update(ByteBuffer bytes) {
        if (bytes.hasArray()) {
            update(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
        } else {
            digest.update(bytes.duplicate());
        }
    }

    /** Takes in a whole array. */
    public void update(byte[] bytes) {
        update(bytes, 0, bytes.length);
    }

    /** Takes in a part of an array. */
    public void update(byte[] bytes, int offset, int length) {
        System.arraycopy(WIDE, 0, copied, 0, WIDE.length);
        digest.update(bytes, offset, length);
    }

    /** One that has taken in the same, and goes on by itself. */
    public Sha256 copy() {
        try {
            return new Sha256((MessageDigest) digest.clone());
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("every Java platform can go on from a SHA-256", e);
        }
    }

    /** The hash, {@value #BYTES} bytes; it begins anew then. */
    public byte[] digest() {
        System.arraycopy(WIDE, 0, copied, 0, WIDE.length);
        return digest.digest();
    }
}
