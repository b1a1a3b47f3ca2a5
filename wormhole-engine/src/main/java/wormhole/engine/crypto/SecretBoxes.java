package wormhole.engine.crypto;

import java.util.Arrays;

/** Makes the secret box for bulk data: ours if it agrees with Bouncy Castle here, otherwise that. From any thread. */
final class SecretBoxes {
    /** More than a group of either kind, and a rest. */
    private static final int CHECKED_BYTES = Salsa20Lanes.BYTES + Poly1305Lanes.BYTES + 99;

    private SecretBoxes() {}

    static SecretBox forBulk(byte[] key) {
        return Check.PASSED ? lanes(key, BulkTrial.HERE) : new BouncyCastleSecretBox(key);
    }

    /** Whose secret box seals bulk data here, in words. */
    static String choice() {
        return Check.PASSED
                ? "this program's own, vectorised"
                : "Bouncy Castle's, since our own does not agree with it here";
    }

    static SecretBox lanes(byte[] key, BulkTrial trial) {
        return new BulkSecretBox(key, new Salsa20Lanes(), new Poly1305Lanes(), trial);
    }

    /** Done once, when the first bulk data is about to flow; takes a few milliseconds. */
    private static final class Check {
        static final boolean PASSED = agrees();

        private static boolean agrees() {
            byte[] key = new byte[SecretBox.KEY_BYTES];
            Arrays.fill(key, (byte) 0xa5);
            return Arrays.equals(
                    sealed(new BouncyCastleSecretBox(key)), sealed(lanes(key, new BulkTrial(System::nanoTime))));
        }

        private static byte[] sealed(SecretBox box) {
            byte[] data = new byte[SecretBox.TAG_BYTES + CHECKED_BYTES];
            Arrays.fill(data, (byte) 0xff);
            box.seal(new byte[SecretBox.NONCE_BYTES], data, SecretBox.TAG_BYTES, CHECKED_BYTES, data, 0);
            return data;
        }
    }
}
