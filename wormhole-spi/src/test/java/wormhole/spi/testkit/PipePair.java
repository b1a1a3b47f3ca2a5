package wormhole.spi.testkit;

import java.nio.ByteBuffer;
import wormhole.spi.RecordPipe;
import wormhole.spi.WormholeException;

/** Two record pipes in memory, each connected to the other. */
public final class PipePair implements AutoCloseable {
    private static final int RECORD_BYTES = 16 * 1024;

    private final Lane<byte[]> fromSender = new Lane<>();
    private final Lane<byte[]> fromReceiver = new Lane<>();
    private final RecordPipe sender = new MemoryPipe(fromSender, fromReceiver);
    private final RecordPipe receiver = new MemoryPipe(fromReceiver, fromSender);

    /** One end. */
    public RecordPipe sender() {
        return sender;
    }

    /** The other end. */
    public RecordPipe receiver() {
        return receiver;
    }

    /** The sender sends nothing more; it can still receive. */
    void endOfSender() {
        fromSender.close();
    }

    @Override
    public void close() {
        fromSender.close();
        fromReceiver.close();
    }

    private record MemoryPipe(Lane<byte[]> out, Lane<byte[]> in) implements RecordPipe {
        @Override
        public ByteBuffer buffer() {
            return ByteBuffer.allocate(RECORD_BYTES);
        }

        @Override
        public void send(ByteBuffer record) throws WormholeException {
            byte[] bytes = new byte[record.remaining()];
            record.get(bytes);
            out.put(bytes);
        }

        @Override
        public void flush() {
            // What was sent is already there.
        }

        @Override
        public ByteBuffer receive() throws WormholeException {
            return ByteBuffer.wrap(in.take());
        }

        @Override
        public String path() {
            return "in memory";
        }

        @Override
        public void close() {
            out.close();
            in.close();
        }
    }
}
