package wormhole.engine.crypto;

import java.util.Arrays;
import java.util.function.LongSupplier;

/**
 * Watches on real messages, once the JIT compiler has done its work, that the authenticator for bulk is right and
 * not clearly slower than the plain one, as on processors without the wide multiplication that it lives on. One for all
 * messages of a process; from any thread.
 */
final class BulkTrial {
    /** The one of this process. */
    static final BulkTrial HERE = new BulkTrial(System::nanoTime);

    /** So long nothing is judged: the code still gets faster, and on a busy machine its compiler comes late. */
    private static final long WARMING_NANOS = 8_000_000_000L;
    /** Every so many messages, both do the work. */
    private static final int STRIDE = 64;

    private static final int JUDGED = 16;

    private final LongSupplier nanoTime;
    private final long begun;
    private int messages;
    private int judged;
    private long bulkNanos = Long.MAX_VALUE;
    private long plainNanos = Long.MAX_VALUE;
    private volatile boolean decided;
    private volatile boolean bulk = true;

    BulkTrial(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.begun = nanoTime.getAsLong();
    }

    long nanoTime() {
        return nanoTime.getAsLong();
    }

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

    /** Takes the tags of one message by both and the time that each took; the best times count, for others hold them up. */
    synchronized void judge(byte[] bulkTag, long nanosOfBulk, byte[] plainTag, long nanosOfPlain) {
        if (!Arrays.equals(bulkTag, plainTag)) {
            decide(false);
        } else if (!decided && nanoTime() - begun > WARMING_NANOS) {
            bulkNanos = Math.min(bulkNanos, nanosOfBulk);
            plainNanos = Math.min(plainNanos, nanosOfPlain);
            if (++judged == JUDGED) {
                decide(plainNanos + plainNanos / 4 > bulkNanos);
            }
        }
    }

    private void decide(boolean forBulk) {
        bulk = forBulk;
        decided = true;
    }
}
