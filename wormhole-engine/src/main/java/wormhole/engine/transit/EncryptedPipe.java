package wormhole.engine.transit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.Executor;
import wormhole.engine.crypto.RecordKey;
import wormhole.engine.crypto.TransitKey;
import wormhole.spi.ErrorCode;
import wormhole.spi.Link;
import wormhole.spi.RecordPipe;
import wormhole.spi.Role;
import wormhole.spi.WormholeException;

/** The record pipe over the connection that won: one thread seals and writes, another reads and opens. */
final class EncryptedPipe implements RecordPipe {
    private final Link link;
    private final RecordWriter writer;
    private final RecordReader reader;

    EncryptedPipe(Link link, TransitKey key, Role role) {
        this.link = link;
        RecordKey ours = key.recordKey(role);
        RecordKey theirs = key.recordKey(role.other());
        this.writer = new RecordWriter(link.channel(), ours.sealer());
        this.reader = new RecordReader(link.channel(), theirs.opener());
        ours.destroy();
        theirs.destroy();
    }

    EncryptedPipe start(Executor workers, Timer timer, TransitLimits limits) {
        workers.execute(writer);
        workers.execute(reader);
        new StallGuard(writer, reader, timer, limits.stall(), this::giveUp).watch();
        return this;
    }

    /** Ends it for this reason, whoever may be waiting; from any thread. */
    void giveUp(WormholeException reason) {
        writer.fail(reason);
        reader.fail(reason);
        close();
    }

    @Override
    public ByteBuffer buffer() throws WormholeException {
        return writer.buffer();
    }

    @Override
    public void send(ByteBuffer record) throws WormholeException {
        writer.send(record);
    }

    @Override
    public void flush() throws WormholeException {
        writer.flush();
    }

    @Override
    public ByteBuffer receive() throws WormholeException {
        return reader.receive();
    }

    @Override
    public String path() {
        return (link.relayed() ? "through the relay " : "directly to ") + link.description();
    }

    @Override
    public void close() {
        WormholeException closed = new WormholeException(ErrorCode.WORMHOLE_CLOSED, "the pipe is closed");
        writer.fail(closed);
        reader.fail(closed);
        try {
            link.close();
        } catch (IOException e) {
            // It is gone either way.
        }
    }
}
