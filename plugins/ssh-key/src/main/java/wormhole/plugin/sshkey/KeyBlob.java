package wormhole.plugin.sshkey;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The inside of a public key: fields, each after its length in four bytes (RFC 4251, {@code string}). */
final class KeyBlob {
    private static final int MAX_FIELDS = 8;

    private KeyBlob() {}

    /** All fields. */
    static List<byte[]> fields(byte[] blob) throws BadKey {
        ByteBuffer rest = ByteBuffer.wrap(blob);
        List<byte[]> fields = new ArrayList<>();
        try {
            while (rest.hasRemaining() && fields.size() <= MAX_FIELDS) {
                fields.add(next(rest));
            }
        } catch (BufferUnderflowException e) {
            throw new BadKey("is damaged: it ends in the middle");
        }
        return fields;
    }

    private static byte[] next(ByteBuffer rest) throws BadKey {
        int length = rest.getInt();
        if (length < 0 || length > rest.remaining()) {
            throw new BadKey("is damaged: it ends in the middle");
        }
        byte[] field = new byte[length];
        rest.get(field);
        return field;
    }
}
