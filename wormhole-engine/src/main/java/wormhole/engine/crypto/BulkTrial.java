package wormhole.engine.crypto;

import java.util.Arrays;

/**
 * Watches on real messages, once the JIT compiler has done its work, that the authenticator for bulk is right and faster than
 * the plain one. On processors without the wide multiplication that it lives on, it is not. One for all messages of a process;
 * from any thread.
 */
final class BulkTrial {
    /** The one of this process. */
    static final BulkTrial HERE = new BulkTrial();

    /** So many messages are not judged, because the code still gets faster. */
    private static final int WARMING = 256;
    /** Every so many messages, both do the work. */
    private static final int STRIDE = 16;

    private static final int JUDGED = 16;

    private int messages;
    private int judged;
    private long bulkNanos;
    private long plainNanos;
    private volatile boolean decided;
    private volatile boolean bulk = true;

    /** Whether bulk is what to use now. */
    boolean prefersBulk() {
        return bulk;
    }

    /** Whether both are to do the work this time. */
    boolean isDue() {
        return !decided && countsAsDue();
    }

    private synchronized boolean countsAsDue() {
        return ++messages % STRIDE == 0;
    }

    /** Takes the tags of one message by both and the time that each took. */
    synchronized void judge(byte[] bulkTag, long nanosOfBulk, byte[] plainTag, long nanosOfPlain) {
        if (!Arrays.equals(bulkTag, plainTag)) {
            decide(false);
        } else if (messages > WARMING && !decided) {
            bulkNanos += nanosOfBulk;
            plainNanos += nanosOfPlain;
            if (++judged == JUDGED) {
                decide(bulkNanos < plainNanos);
            }
        }
    }

    private void decide(boolean forBulk) {
        bulk = forBulk;
        decided = true;
    }
}
