package wormhole.spi.files;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A hash of bytes that come piece by piece (SHA-256, FIPS 180-4), at full speed on every processor. For one thread at a time.
 *
 * <p>The JDK's alone may fall from 1800 to 12 MB/s: on a processor with AVX-512, HotSpot clears new objects with wide registers
 * and leaves their upper parts in use, and then each of the SHA instructions, which are older, is handled as an exception.
 * What copies arrays inside HotSpot gives the upper parts back; so a few bytes are copied before each piece. (Where others can see
 * them, and more than a few: otherwise the compiler would leave the copying out, or do it itself.)
 */
public final class Sha256 {
    /** The length of a hash in bytes. */
    public static final int BYTES = 32;

    private static final byte[] ZEROS = new byte[128];
    /** Written by all threads, always the same. */
    private static final byte[] COPIED = new byte[ZEROS.length];

    private static final int CHUNK_BYTES = 8 << 10;

    private final MessageDigest digest;

    public Sha256() {
        this(fresh());
    }

    private Sha256(MessageDigest digest) {
        this.digest = digest;
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
            updateByChunks(bytes.duplicate());
        }
    }

    private void updateByChunks(ByteBuffer bytes) {
        byte[] chunk = new byte[Math.min(CHUNK_BYTES, bytes.remaining())];
        while (bytes.hasRemaining()) {
            int length = Math.min(chunk.length, bytes.remaining());
            bytes.get(chunk, 0, length);
            update(chunk, 0, length);
        }
    }

    /** Takes in a whole array. */
    public void update(byte[] bytes) {
        update(bytes, 0, bytes.length);
    }

    /** Takes in a part of an array. */
    public void update(byte[] bytes, int offset, int length) {
        giveRegistersBack();
        digest.update(bytes, offset, length);
    }

    private static void giveRegistersBack() {
        System.arraycopy(ZEROS, 0, COPIED, 0, ZEROS.length);
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
        giveRegistersBack();
        return digest.digest();
    }
}
