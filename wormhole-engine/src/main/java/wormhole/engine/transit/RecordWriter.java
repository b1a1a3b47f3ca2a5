package wormhole.engine.transit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import wormhole.engine.crypto.RecordSealer;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;

/**
 * Seals and writes records on a thread of its own, while the caller fills the next ones. A bounded set of buffers goes round
 * between the two.
 */
final class RecordWriter implements Runnable {
    private final WritableByteChannel channel;
    private final RecordSealer sealer;
    private final BlockingQueue<ByteBuffer> free = new ArrayBlockingQueue<>(RecordBuffers.COUNT);
    private final BlockingQueue<ByteBuffer> filled = new ArrayBlockingQueue<>(RecordBuffers.COUNT);
    private final Failure failure = new Failure();
    private volatile boolean writing;
    private final AtomicLong recordsWritten = new AtomicLong();
    private int created;
    private int unwritten;

    RecordWriter(WritableByteChannel channel, RecordSealer sealer) {
        this.channel = channel;
        this.sealer = sealer;
    }

    /** Whether it is in the middle of a write, which the peer may be holding up. */
    boolean isWriting() {
        return writing;
    }

    /** Grows with every record. */
    long recordsWritten() {
        return recordsWritten.get();
    }

    ByteBuffer buffer() throws WormholeException {
        failure.throwIfAny();
        ByteBuffer buffer = free.poll();
        if (buffer == null && created < RecordBuffers.COUNT) {
            created++;
            buffer = ByteBuffer.allocate(RecordBuffers.HEADER_BYTES + RecordBuffers.PLAINTEXT_BYTES);
        }
        if (buffer == null) {
            buffer = takeFree();
        }
        return buffer.clear().position(RecordBuffers.HEADER_BYTES).slice();
    }

    private ByteBuffer takeFree() throws WormholeException {
        try {
            ByteBuffer buffer = free.take();
            failure.throwIfAny();
            return buffer;
        } catch (InterruptedException e) {
            throw new WormholeException(ErrorCode.INTERRUPTED, "interrupted", e);
        }
    }

    void send(ByteBuffer plaintext) throws WormholeException {
        failure.throwIfAny();
        int start = plaintext.arrayOffset() + plaintext.position() - RecordBuffers.HEADER_BYTES;
        ByteBuffer record =
                ByteBuffer.wrap(plaintext.array(), start, RecordBuffers.HEADER_BYTES + plaintext.remaining());
        synchronized (this) {
            unwritten++;
        }
        // There are no more buffers than places, so this never waits.
        filled.add(record);
    }

    /** Returns when everything is written; what fails afterwards is no failure of that. */
    void flush() throws WormholeException {
        try {
            synchronized (this) {
                while (unwritten > 0) {
                    failure.throwIfAny();
                    wait();
                }
            }
        } catch (InterruptedException e) {
            throw new WormholeException(ErrorCode.INTERRUPTED, "interrupted", e);
        }
    }

    @Override
    public void run() {
        try {
            while (true) {
                write(filled.take());
            }
        } catch (IOException e) {
            end(PipeFailures.lost(e));
        } catch (InterruptedException e) {
            end(PipeFailures.lost(e));
        }
    }

    private void write(ByteBuffer record) throws IOException {
        int start = record.arrayOffset() + record.position();
        int plaintextBytes = record.remaining() - RecordBuffers.HEADER_BYTES;
        record.putInt(record.position(), record.remaining() - RecordBuffers.LENGTH_BYTES);
        sealer.seal(record.array(), start + RecordBuffers.LENGTH_BYTES, plaintextBytes);
        writing = true;
        while (record.hasRemaining()) {
            channel.write(record);
        }
        writing = false;
        recordsWritten.incrementAndGet();
        // There is a place for each, unless it ended meanwhile and the caller's wake-up call took one.
        boolean unused = free.offer(record);
        synchronized (this) {
            unwritten--;
            notifyAll();
        }
    }

    private void end(WormholeException reason) {
        failure.set(reason);
        synchronized (this) {
            notifyAll();
        }
        // Wakes a caller that waits for a buffer; it then finds the failure.
        boolean unused = free.offer(ByteBuffer.allocate(RecordBuffers.HEADER_BYTES));
    }

    /** Ends whatever waits here for this reason, even if the channel should keep a write for ever. */
    void fail(WormholeException reason) {
        end(reason);
    }
}
