package wormhole.engine.crypto;

/**
 * SecretBox for bulk data: cipher and authenticator run on many blocks at once. Equal to {@link BouncyCastleSecretBox} byte
 * for byte.
 */
final class BulkSecretBox implements SecretBox {
    /** What of the first block is left for data, behind the authenticator's key. */
    private static final int FIRST_BYTES = Salsa20.BLOCK_BYTES - KEY_BYTES;
    /** So many blocks are dearer one by one than all lanes at once. */
    private static final int FEW_BYTES = 48 * Salsa20.BLOCK_BYTES;
    /** From here on, joining the lanes of the authenticator costs less than they save. */
    private static final int MANY_BYTES = 8 << 10;

    private final byte[] key;
    private final BulkCipher cipher;
    private final BulkAuthenticator authenticator;
    private final BulkTrial trial;
    private final byte[] block = new byte[Salsa20.BLOCK_BYTES];
    private final byte[] authenticatorKey = new byte[KEY_BYTES];
    private final byte[] scratch;
    private final int[] work = new int[Salsa20.WORDS];
    private int[] state = new int[Salsa20.WORDS];

    BulkSecretBox(byte[] key, BulkCipher cipher, BulkAuthenticator authenticator, BulkTrial trial) {
        this.key = key.clone();
        this.cipher = cipher;
        this.authenticator = authenticator;
        this.trial = trial;
        this.scratch = new byte[cipher.groupBytes()];
    }

    @Override
    public void seal(byte[] nonce, byte[] data, int offset, int length, byte[] tag, int tagOffset) {
        start(nonce);
        mix(data, offset, length);
        System.arraycopy(tag(data, offset, length), 0, tag, tagOffset, TAG_BYTES);
    }

    @Override
    public boolean open(byte[] nonce, byte[] data, int offset, int length, byte[] tag, int tagOffset) {
        start(nonce);
        if (!Poly1305.sameTag(tag(data, offset, length), tag, tagOffset)) {
            return false;
        }
        mix(data, offset, length);
        return true;
    }

    /** The first 32 bytes of the key stream are the authenticator's key; the data takes what follows. */
    private void start(byte[] nonce) {
        state = Salsa20.xsalsa20(key, nonce);
        Salsa20.block(state, 0, work, block);
        System.arraycopy(block, 0, authenticatorKey, 0, KEY_BYTES);
    }

    private byte[] tag(byte[] data, int offset, int length) {
        if (length < MANY_BYTES) {
            return plainTag(data, offset, length);
        }
        if (trial.isDue()) {
            return triedTag(data, offset, length);
        }
        return trial.prefersBulk() ? bulkTag(data, offset, length) : plainTag(data, offset, length);
    }

    private byte[] triedTag(byte[] data, int offset, int length) {
        long begun = trial.nanoTime();
        byte[] bulk = bulkTag(data, offset, length);
        long half = trial.nanoTime();
        byte[] plain = plainTag(data, offset, length);
        trial.judge(bulk, half - begun, plain, trial.nanoTime() - half);
        return plain;
    }

    private byte[] plainTag(byte[] data, int offset, int length) {
        Poly1305 plain = new Poly1305(authenticatorKey);
        plain.update(data, offset, length);
        return plain.finish();
    }

    private byte[] bulkTag(byte[] data, int offset, int length) {
        Poly1305 rest = new Poly1305(authenticatorKey);
        long[] limbs = rest.keyLimbs();
        int groups = length / authenticator.groupBytes();
        authenticator.start(limbs);
        authenticator.update(data, offset, groups);
        rest.resume(authenticator.finish(limbs));
        int done = groups * authenticator.groupBytes();
        rest.update(data, offset + done, length - done);
        return rest.finish();
    }

    /** Mixes the key stream into the data; the first block stands ready. */
    private void mix(byte[] data, int offset, int length) {
        int first = Math.min(length, FIRST_BYTES);
        exclusiveOr(block, KEY_BYTES, data, offset, first);
        int done = first;
        long number = 1;
        if (length - done > FEW_BYTES) {
            cipher.start(state);
            for (; length - done >= scratch.length; done += scratch.length) {
                cipher.mix(number, data, offset + done);
                number += scratch.length / Salsa20.BLOCK_BYTES;
            }
        }
        mixRest(number, data, offset + done, length - done);
    }

    private void mixRest(long number, byte[] data, int offset, int length) {
        if (length > FEW_BYTES) {
            System.arraycopy(data, offset, scratch, 0, length);
            cipher.mix(number, scratch, 0);
            System.arraycopy(scratch, 0, data, offset, length);
            return;
        }
        for (int done = 0; done < length; done += Salsa20.BLOCK_BYTES) {
            Salsa20.block(state, number++, work, block);
            exclusiveOr(block, 0, data, offset + done, Math.min(Salsa20.BLOCK_BYTES, length - done));
        }
    }

    private static void exclusiveOr(byte[] stream, int streamOffset, byte[] data, int offset, int length) {
        for (int i = 0; i < length; i++) {
            data[offset + i] ^= stream[streamOffset + i];
        }
    }
}
