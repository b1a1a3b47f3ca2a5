package wormhole.engine.transit;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import wormhole.engine.crypto.RecordOpener;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;

/**
 * A buffer of records on their way in. They lie one behind the other just as they came, and are opened in place. Python's
 * records are small: handing over several at once saves a change between threads for each. Not thread-safe.
 */
final class RecordBatch {
    private static final int USUAL_BYTES = 2 * (RecordBuffers.HEADER_BYTES + RecordBuffers.PLAINTEXT_BYTES);
    /** What comes behind records up to this size is read along with them; what comes behind others would be moved twice. */
    private static final int SMALL_BYTES = USUAL_BYTES / 4;

    private static final int MAX_RECORD_BYTES = 64 << 20;

    private byte[] bytes = new byte[USUAL_BYTES];
    private int arrived;
    private int opened;
    private int taken;

    /** Whether it has grown beyond the usual size. */
    boolean isBig() {
        return bytes.length > USUAL_BYTES;
    }

    /** Whether the first record is there to its end. */
    boolean isReady() throws WormholeException {
        return isWhole(0);
    }

    private boolean isWhole(int start) throws WormholeException {
        return arrived - start >= RecordBuffers.LENGTH_BYTES && arrived >= end(start);
    }

    /** Where a record ends whose length has come. */
    private int end(int start) throws WormholeException {
        int length = ByteBuffer.wrap(bytes).getInt(start);
        if (length < RecordOpener.OVERHEAD || length > MAX_RECORD_BYTES) {
            throw new WormholeException(
                    ErrorCode.INTEGRITY,
                    "an encrypted record of " + Integer.toUnsignedLong(length) + " bytes cannot be one");
        }
        return start + RecordBuffers.LENGTH_BYTES + length;
    }

    boolean isFull() {
        return arrived == bytes.length;
    }

    /** Makes room for more of the first record: nothing is allocated for what has only been announced. */
    void grow() throws WormholeException {
        bytes = Arrays.copyOf(bytes, Math.min(end(0) + RecordBuffers.LENGTH_BYTES, 2 * bytes.length));
    }

    /** Where the next bytes belong, to be filled as far as they go and told to {@link #add}. */
    ByteBuffer room() throws WormholeException {
        int upTo = bytes.length;
        if (arrived >= RecordBuffers.LENGTH_BYTES && end(0) > SMALL_BYTES) {
            upTo = Math.min(upTo, end(0) + RecordBuffers.LENGTH_BYTES);
        }
        return ByteBuffer.wrap(bytes, arrived, upTo - arrived);
    }

    void add(int count) {
        arrived += count;
    }

    /**
     * Opens what is whole.
     *
     * @throws WormholeException the next record is none; those before it can be taken
     */
    void open(RecordOpener opener) throws WormholeException {
        while (isWhole(opened)) {
            int end = end(opened);
            int start = opened + RecordBuffers.LENGTH_BYTES;
            opener.open(bytes, start, end - start);
            opened = end;
        }
    }

    /** Moves what is not whole yet into an empty one. */
    void moveRestTo(RecordBatch next) {
        next.arrived = arrived - opened;
        System.arraycopy(bytes, opened, next.bytes, 0, next.arrived);
        arrived = opened;
    }

    /** The plaintext of the next record, if one is left. */
    @Nullable
    ByteBuffer take() {
        if (taken == opened) {
            return null;
        }
        int start = taken + RecordBuffers.HEADER_BYTES;
        taken += RecordBuffers.LENGTH_BYTES + ByteBuffer.wrap(bytes).getInt(taken);
        return ByteBuffer.wrap(bytes, start, taken - start);
    }

    void clear() {
        arrived = 0;
        opened = 0;
        taken = 0;
    }
}
