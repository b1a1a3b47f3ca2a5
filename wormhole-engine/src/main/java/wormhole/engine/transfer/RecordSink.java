package wormhole.engine.transfer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import wormhole.spi.ErrorCode;
import wormhole.spi.Progress;
import wormhole.spi.RecordPipe;
import wormhole.spi.UserInterface;
import wormhole.spi.WormholeException;
import wormhole.spi.files.FileTrouble;
import wormhole.spi.files.Sha256;

/** The receiver's data path: pipe, hash, sink. The pipe reads and opens ahead on a thread of its own. */
final class RecordSink {
    /** Honest senders send none at all. */
    private static final int MAX_EMPTY_RECORDS = 100;

    private final RecordPipe pipe;
    private final UserInterface ui;

    RecordSink(RecordPipe pipe, UserInterface ui) {
        this.pipe = pipe;
        this.ui = ui;
    }

    /** Receives exactly {@code size} bytes; returns their SHA-256. */
    byte[] receive(WritableByteChannel sink, long size) throws WormholeException {
        Sha256 sha256 = new Sha256();
        int emptyRecords = 0;
        try (Progress progress = ui.progress("Receiving", size)) {
            long got = 0;
            while (got < size) {
                ByteBuffer record = next(got, size);
                int length = record.remaining();
                if (length == 0 && ++emptyRecords > MAX_EMPTY_RECORDS) {
                    throw integrity("sends empty records without end");
                }
                if (length > size - got) {
                    throw integrity("sent more than the " + size + " bytes announced");
                }
                sha256.update(record);
                write(sink, record);
                progress.advance(length);
                got += length;
            }
        }
        return sha256.digest();
    }

    private ByteBuffer next(long got, long size) throws WormholeException {
        try {
            return pipe.receive();
        } catch (WormholeException e) {
            if (e.code() != ErrorCode.PEER_LOST) {
                throw e;
            }
            throw new WormholeException(
                            ErrorCode.PEER_LOST, "the other side went away: got " + got + " of " + size + " bytes", e)
                    .withHint("Ask for it to be sent again.");
        }
    }

    private static WormholeException integrity(String what) {
        return new WormholeException(ErrorCode.INTEGRITY, "the other side " + what);
    }

    private static void write(WritableByteChannel sink, ByteBuffer record) throws WormholeException {
        try {
            while (record.hasRemaining()) {
                sink.write(record);
            }
        } catch (IOException e) {
            throw failureOf(e);
        }
    }

    private static WormholeException failureOf(IOException e) {
        return FileTrouble.isDiskFull(e)
                ? new WormholeException(ErrorCode.NO_SPACE, "the disk is full", e).withHint("Make room and try again.")
                : new WormholeException(
                        ErrorCode.FILE_UNUSABLE, "cannot write what is received: " + FileTrouble.reason(e), e);
    }
}
