package wormhole.engine.transit;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import wormhole.engine.crypto.RecordOpener;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;

/**
 * Reads and opens records on a thread of its own, ahead of the caller by a bounded number of batches. What has arrived is
 * handed over at once, however little it is.
 */
final class RecordReader implements Runnable {
    private final ReadableByteChannel channel;
    private final RecordOpener opener;
    private final BlockingQueue<RecordBatch> free = new ArrayBlockingQueue<>(RecordBuffers.COUNT);
    /** All batches on their way, and the reason why there are no more. */
    private final BlockingQueue<Item> items = new ArrayBlockingQueue<>(RecordBuffers.COUNT + 1);

    private final Failure failure = new Failure();
    private volatile boolean waited;
    private final AtomicLong batchesRead = new AtomicLong();
    /** A big record is asked for only when the one before it has been used: the peer chooses their sizes. */
    private final Semaphore bigRecord = new Semaphore(1);

    private @Nullable RecordBatch lent;
    private @Nullable WormholeException ended;

    /** Records, or why there are none behind them. */
    private record Item(
            @Nullable RecordBatch records, @Nullable WormholeException failure) {}

    RecordReader(ReadableByteChannel channel, RecordOpener opener) {
        this.channel = channel;
        this.opener = opener;
    }

    /** Whether somebody waits for a record now. */
    boolean isWaitedFor() {
        return waited;
    }

    /** Grows with every record, or several that came together. */
    long batchesRead() {
        return batchesRead.get();
    }

    ByteBuffer receive() throws WormholeException {
        while (true) {
            ByteBuffer record = lent == null ? null : lent.take();
            if (record != null) {
                return record;
            }
            if (ended != null) {
                // It stays: there will never be another record.
                throw ended;
            }
            giveBack();
            lend(nextItem());
        }
    }

    private void lend(Item item) {
        lent = item.records();
        if (item.failure() != null) {
            ended = failure.or(item.failure());
        }
    }

    private void giveBack() {
        if (lent != null && lent.isBig()) {
            bigRecord.release();
        } else if (lent != null) {
            lent.clear();
            boolean unused = free.offer(lent);
        }
        lent = null;
    }

    private Item nextItem() throws WormholeException {
        try {
            Item item = items.poll();
            if (item == null) {
                waited = true;
                item = items.take();
            }
            return item;
        } catch (InterruptedException e) {
            throw new WormholeException(ErrorCode.INTERRUPTED, "interrupted", e);
        } finally {
            waited = false;
        }
    }

    @Override
    public void run() {
        RecordBatch batch = new RecordBatch();
        try {
            while (true) {
                read(batch);
                batch.open(opener);
                RecordBatch next = spare();
                batch.moveRestTo(next);
                items.put(new Item(batch, null));
                batchesRead.incrementAndGet();
                batch = next;
            }
        } catch (InterruptedException | IOException e) {
            end(batch, PipeFailures.lost(e));
        } catch (WormholeException e) {
            end(batch, e);
        } catch (OutOfMemoryError e) {
            end(batch, new WormholeException(ErrorCode.INTERNAL, "out of memory for an encrypted record", e));
        }
    }

    /** Waits for one record, and takes what has come with it. */
    private void read(RecordBatch batch) throws IOException, WormholeException, InterruptedException {
        while (!batch.isReady()) {
            if (batch.isFull()) {
                makeBig(batch);
            }
            int count = channel.read(batch.room());
            if (count < 0) {
                throw new EOFException("the other side closed the connection");
            }
            batch.add(count);
        }
    }

    private void makeBig(RecordBatch batch) throws WormholeException, InterruptedException {
        if (!batch.isBig()) {
            bigRecord.acquire();
        }
        batch.grow();
    }

    private RecordBatch spare() {
        RecordBatch spare = free.poll();
        return spare != null ? spare : new RecordBatch();
    }

    /** What was opened before is still given out. */
    private void end(RecordBatch batch, WormholeException reason) {
        failure.set(reason);
        boolean interrupted = Thread.interrupted();
        try {
            items.put(new Item(batch, reason));
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends whatever waits here for this reason, even if the channel should keep a read for ever. */
    void fail(WormholeException reason) {
        failure.set(reason);
        Item last = new Item(null, reason);
        while (!items.offer(last)) {
            // Nobody wants the records any more, and the reason needs a place.
            items.poll();
        }
    }
}
