package wormhole.engine.crypto;

/**
 * SecretBox for bulk data: the stream cipher runs on many blocks at once. Equal to {@link BouncyCastleSecretBox} byte for byte.
 */
final class LaneSecretBox implements SecretBox {
    /** What of the first block is left for data, behind the authenticator's key. */
    private static final int FIRST_BYTES = Salsa20.BLOCK_BYTES - KEY_BYTES;
    /** So many blocks are dearer one by one than all lanes at once. */
    private static final int FEW_BYTES = 6 * Salsa20.BLOCK_BYTES;

    private final byte[] key;
    private final Salsa20Lanes lanes = new Salsa20Lanes();
    private final byte[] block = new byte[Salsa20.BLOCK_BYTES];
    private final byte[] scratch = new byte[Salsa20Lanes.BYTES];
    private final int[] work = new int[Salsa20.WORDS];
    private int[] state = new int[Salsa20.WORDS];

    LaneSecretBox(byte[] key) {
        this.key = key.clone();
    }

    @Override
    public void seal(byte[] nonce, byte[] data, int offset, int length, byte[] tag, int tagOffset) {
        Poly1305 authenticator = start(nonce);
        mix(data, offset, length);
        authenticator.update(data, offset, length);
        authenticator.finish(tag, tagOffset);
    }

    @Override
    public boolean open(byte[] nonce, byte[] data, int offset, int length, byte[] tag, int tagOffset) {
        Poly1305 authenticator = start(nonce);
        authenticator.update(data, offset, length);
        byte[] expected = new byte[TAG_BYTES];
        authenticator.finish(expected, 0);
        if (!Poly1305.sameTag(expected, tag, tagOffset)) {
            return false;
        }
        mix(data, offset, length);
        return true;
    }

    /** The first 32 bytes of the key stream are the authenticator's key; the data takes what follows. */
    private Poly1305 start(byte[] nonce) {
        state = Salsa20.xsalsa20(key, nonce);
        Salsa20.block(state, 0, work, block);
        return new Poly1305(block);
    }

    /** Mixes the key stream into the data; the first block stands ready. */
    private void mix(byte[] data, int offset, int length) {
        int first = Math.min(length, FIRST_BYTES);
        exclusiveOr(block, KEY_BYTES, data, offset, first);
        int done = first;
        long number = 1;
        if (length - done > FEW_BYTES) {
            lanes.start(state);
            for (; length - done >= Salsa20Lanes.BYTES; done += Salsa20Lanes.BYTES) {
                lanes.mix(number, data, offset + done);
                number += Salsa20Lanes.LANES;
            }
        }
        mixRest(number, data, offset + done, length - done);
    }

    private void mixRest(long number, byte[] data, int offset, int length) {
        if (length > FEW_BYTES) {
            System.arraycopy(data, offset, scratch, 0, length);
            lanes.mix(number, scratch, 0);
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
