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
    private byte @Nullable [] lent;

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
        Item item = take();
        if (item.failure() != null) {
            // It stays: there will never be another record.
            items.add(item);
            throw failure.or(item.failure());
        }
        lent = item.record();
        return ByteBuffer.wrap(item.record(), RecordOpener.OVERHEAD, item.length() - RecordOpener.OVERHEAD);
    }

    private void giveBack() {
        byte[] last = lent;
        lent = null;
        if (last != null && last.length == USUAL_BYTES) {
            boolean unused = free.offer(last);
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
        }
    }

    private Item next() throws IOException, WormholeException {
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
    private byte[] readBody(int length) throws IOException {
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

    /** Makes the reason known why the pipe is being closed, before the reads fail for it. */
    void fail(WormholeException reason) {
        failure.set(reason);
    }
}
