package wormhole.plugin.server.tls;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.PublicKey;

/**
 * Puts private keys of the old kinds (PKCS#1 for RSA, SEC 1 for elliptic curves) into the envelope that Java reads (PKCS#8, RFC
 * 5208). All that the envelope adds is which kind of key it is, and the certificate's public key tells that in the same words.
 */
final class KeyEncoding {
    private static final int SEQUENCE = 0x30;
    private static final int OCTET_STRING = 0x04;
    private static final byte[] VERSION = {0x02, 0x01, 0x00};
    private static final int LONG_FORM = 0x80;
    private static final int BYTE = 0xff;

    private KeyEncoding() {}

    static byte[] pkcs8(byte[] oldKind, PublicKey publicKey) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(VERSION);
        content.writeBytes(algorithm(publicKey));
        content.writeBytes(element(OCTET_STRING, oldKind));
        return element(SEQUENCE, content.toByteArray());
    }

    /** The first element of what a public key consists of (RFC 5280, SubjectPublicKeyInfo). Java made it, so it is well-formed. */
    private static byte[] algorithm(PublicKey publicKey) {
        ByteBuffer encoded = ByteBuffer.wrap(publicKey.getEncoded());
        enter(encoded);
        int begin = encoded.position();
        int length = enter(encoded);
        byte[] whole = new byte[encoded.position() - begin + length];
        encoded.get(begin, whole);
        return whole;
    }

    /** Reads a tag and a length, which it returns. */
    private static int enter(ByteBuffer encoded) {
        encoded.get();
        int first = encoded.get() & BYTE;
        if (first < LONG_FORM) {
            return first;
        }
        int length = 0;
        for (int i = first - LONG_FORM; i > 0; i--) {
            length = (length << Byte.SIZE) | (encoded.get() & BYTE);
        }
        return length;
    }

    private static byte[] element(int tag, byte[] content) {
        ByteArrayOutputStream element = new ByteArrayOutputStream();
        element.write(tag);
        if (content.length < LONG_FORM) {
            element.write(content.length);
        } else {
            // As short as can be: Java refuses zeros in front.
            byte[] length = BigInteger.valueOf(content.length).toByteArray();
            int from = length[0] == 0 ? 1 : 0;
            element.write(LONG_FORM + length.length - from);
            element.write(length, from, length.length - from);
        }
        element.writeBytes(content);
        return element.toByteArray();
    }
}
