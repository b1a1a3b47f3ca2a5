package wormhole.engine.transfer;

import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import wormhole.engine.crypto.RecordSealer;
import wormhole.engine.crypto.TransitKey;
import wormhole.spi.Role;
import wormhole.spi.files.Sha256;

/**
 * Hashes and seals bytes that nobody gets, so that the JIT compiler is done with the data path when data is to flow: a sender
 * has nothing else to do while a person carries its code to the other computer. Only for much data, once in a process, on a
 * thread of its own that no exit waits for. May be called from any thread.
 */
public final class WarmUp {
    /** What is over in a moment anyway is not worth the processor's time. */
    private static final long MUCH_BYTES = 4L << 20;
    /** By then, all of it has been compiled. */
    private static final int ENOUGH_RECORDS = 320;

    private static final int RECORD_BYTES = 128 << 10;
    /** Whether this process has begun one. */
    private static final AtomicBoolean BEGUN_HERE = new AtomicBoolean();

    private final boolean worthwhile;
    private final AtomicBoolean begun;
    private volatile boolean ended;

    WarmUp(OptionalLong size, AtomicBoolean begun) {
        this.worthwhile = size.orElse(0) >= MUCH_BYTES;
        this.begun = begun;
    }

    /** For a sender of so many bytes. */
    public static WarmUp forSending(OptionalLong size) {
        return new WarmUp(size, BEGUN_HERE);
    }

    /** For those that do not know yet whether they will move any data. */
    public static WarmUp none() {
        return forSending(OptionalLong.empty());
    }

    /** The wait begins. */
    public void begin() {
        if (worthwhile && begun.compareAndSet(false, true)) {
            Thread thread = new Thread(this::run, "wormhole-warm-up");
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** The wait is over, or everything is. */
    public void end() {
        ended = true;
    }

    /** Returns how many records it took. */
    int run() {
        Sha256 sha256 = new Sha256();
        TransitKey key = TransitKey.of(new byte[TransitKey.BYTES]);
        RecordSealer sealer = key.recordKey(Role.SENDER).sealer();
        byte[] record = new byte[RecordSealer.OVERHEAD + RECORD_BYTES];
        int records = 0;
        while (!ended && records < ENOUGH_RECORDS) {
            sha256.update(record, RecordSealer.OVERHEAD, RECORD_BYTES);
            sealer.seal(record, 0, RECORD_BYTES);
            records++;
        }
        return records;
    }
}
