package wormhole.engine.transit;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import wormhole.engine.crypto.RecordOpener;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;

/** Reads and opens records on a thread of its own, ahead of the caller by a bounded number of records. */
final class RecordReader implements Runnable {
    private static final int MAX_RECORD_BYTES = 64 << 20;
    private static final int READ_AHEAD_BYTES = 256 << 10;
    private static final int USUAL_BYTES = RecordOpener.OVERHEAD + RecordBuffers.PLAINTEXT_BYTES;

    private final InputStream input;
    private final RecordOpener opener;
    private final BlockingQueue<byte[]> free = new ArrayBlockingQueue<>(RecordBuffers.COUNT);
    private final BlockingQueue<Item> items = new ArrayBlockingQueue<>(RecordBuffers.COUNT);
    private final Failure failure = new Failure();
    private volatile boolean waited;
    private final AtomicLong recordsRead = new AtomicLong();
    /** A big record is asked for only when the one before it has been used: the peer chooses their sizes. */
    private final Semaphore bigRecord = new Semaphore(1);

    private byte @Nullable [] lent;
    private @Nullable WormholeException ended;

    /** A record, or why there is none. */
    private record Item(byte[] record, int length, @Nullable WormholeException failure) {}

    RecordReader(ReadableByteChannel channel, RecordOpener opener) {
        this.input = new BufferedInputStream(Channels.newInputStream(channel), READ_AHEAD_BYTES);
        this.opener = opener;
    }

    /** Whether somebody waits for a record now. */
    boolean isWaitedFor() {
        return waited;
    }

    /** Grows with every record. */
    long recordsRead() {
        return recordsRead.get();
    }

    ByteBuffer receive() throws WormholeException {
        giveBack();
        if (ended == null) {
            Item item = take();
            if (item.failure() == null) {
                return lend(item);
            }
            ended = failure.or(item.failure());
        }
        // It stays: there will never be another record.
        throw ended;
    }

    private ByteBuffer lend(Item item) {
        lent = item.record();
        return ByteBuffer.wrap(item.record(), RecordOpener.OVERHEAD, item.length() - RecordOpener.OVERHEAD);
    }

    private void giveBack() {
        byte[] last = lent;
        lent = null;
        if (last != null && last.length == USUAL_BYTES) {
            boolean unused = free.offer(last);
        } else if (last != null) {
            bigRecord.release();
        }
    }

    private Item take() throws WormholeException {
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
        try {
            while (true) {
                items.put(next());
                recordsRead.incrementAndGet();
            }
        } catch (InterruptedException e) {
            end(PipeFailures.lost(e));
        } catch (IOException e) {
            end(PipeFailures.lost(e));
        } catch (WormholeException e) {
            end(e);
        } catch (OutOfMemoryError e) {
            end(new WormholeException(ErrorCode.INTERNAL, "out of memory for an encrypted record", e));
        }
    }

    private Item next() throws IOException, WormholeException, InterruptedException {
        int length = readLength();
        byte[] record = readBody(length);
        opener.open(record, 0, length);
        return new Item(record, length, null);
    }

    private int readLength() throws IOException, WormholeException {
        byte[] prefix = readFully(new byte[RecordBuffers.LENGTH_BYTES], 0, RecordBuffers.LENGTH_BYTES);
        int length = ByteBuffer.wrap(prefix).getInt();
        if (length < RecordOpener.OVERHEAD || length > MAX_RECORD_BYTES) {
            throw new WormholeException(
                    ErrorCode.INTEGRITY,
                    "an encrypted record of " + Integer.toUnsignedLong(length) + " bytes cannot be one");
        }
        return length;
    }

    /** Nothing is allocated for what has only been announced: a big record's buffer grows as its bytes come. */
    private byte[] readBody(int length) throws IOException, InterruptedException {
        if (length > USUAL_BYTES) {
            bigRecord.acquire();
        }
        byte[] spare = free.poll();
        byte[] record = spare != null ? spare : new byte[USUAL_BYTES];
        int done = 0;
        while (true) {
            int upTo = Math.min(length, record.length);
            readFully(record, done, upTo - done);
            done = upTo;
            if (done == length) {
                return record;
            }
            record = Arrays.copyOf(record, Math.min(length, 2 * record.length));
        }
    }

    private byte[] readFully(byte[] into, int offset, int length) throws IOException {
        if (input.readNBytes(into, offset, length) < length) {
            throw new EOFException("the other side closed the connection");
        }
        return into;
    }

    private void end(WormholeException reason) {
        failure.set(reason);
        boolean interrupted = Thread.interrupted();
        try {
            items.put(new Item(new byte[0], 0, reason));
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
        boolean unused = items.offer(new Item(new byte[0], 0, reason));
    }
}
