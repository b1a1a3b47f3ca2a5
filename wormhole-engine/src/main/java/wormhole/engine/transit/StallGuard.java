package wormhole.engine.transit;

import java.time.Duration;
import java.util.function.Consumer;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;
import wormhole.spi.text.TimeSpan;

/** Ends a pipe on which nothing moves though somebody waits for it: a peer that is gone without a word, or plays dead. */
final class StallGuard {
    private final RecordWriter writer;
    private final RecordReader reader;
    private final Timer timer;
    private final Duration limit;
    private final Consumer<WormholeException> onStall;
    private long recordsWritten;
    private long batchesRead;
    private boolean suspicious;

    StallGuard(
            RecordWriter writer,
            RecordReader reader,
            Timer timer,
            Duration limit,
            Consumer<WormholeException> onStall) {
        this.writer = writer;
        this.reader = reader;
        this.timer = timer;
        this.limit = limit;
        this.onStall = onStall;
    }

    /** Looks twice in the time allowed: what was waited for both times without a move is stalled. */
    void watch() {
        timer.after(limit.dividedBy(2), this::look);
    }

    private void look() {
        boolean waiting = writer.isWriting() || reader.isWaitedFor();
        boolean moved = writer.recordsWritten() != recordsWritten || reader.batchesRead() != batchesRead;
        recordsWritten = writer.recordsWritten();
        batchesRead = reader.batchesRead();
        if (waiting && !moved && suspicious) {
            onStall.accept(new WormholeException(
                    ErrorCode.TIMEOUT, "nothing came from the other side for " + TimeSpan.of(limit)));
            return;
        }
        suspicious = waiting && !moved;
        watch();
    }
}
