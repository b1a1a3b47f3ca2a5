package wormhole.engine.transfer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.HexFormat;
import wormhole.engine.json.JsonTree;
import wormhole.spi.ErrorCode;
import wormhole.spi.PeerValue;
import wormhole.spi.Progress;
import wormhole.spi.RecordPipe;
import wormhole.spi.Sending;
import wormhole.spi.UserInterface;
import wormhole.spi.WormholeException;
import wormhole.spi.files.Sha256;

/**
 * The sender's data path: source, hash, pipe. The bytes are read straight into the pipe's buffers; the pipe seals and writes
 * on a thread of its own while the next ones are read and hashed here.
 */
final class RecordSource implements Sending {
    private static final int MAX_ACK_BYTES = 4096;
    private static final int SHA256_HEX_LENGTH = 64;

    private final RecordPipe pipe;
    private final UserInterface ui;

    RecordSource(RecordPipe pipe, UserInterface ui) {
        this.pipe = pipe;
        this.ui = ui;
    }

    @Override
    public UserInterface ui() {
        return ui;
    }

    @Override
    public RecordPipe pipe() {
        return pipe;
    }

    @Override
    public void sendAll(ReadableByteChannel source, long size) throws WormholeException {
        Sha256 sha256 = new Sha256();
        try (Progress progress = ui.progress("Sending", size)) {
            long left = size;
            while (left > 0) {
                ByteBuffer record = fill(source, left, size);
                int length = record.remaining();
                sha256.update(record);
                if (length == left) {
                    // Before the last record leaves, so that the other side does not take a part for the whole.
                    checkAtEnd(source, size);
                }
                pipe.send(record);
                progress.advance(length);
                left -= length;
            }
        }
        checkAtEnd(source, size);
        pipe.flush();
        awaitAck(sha256.digest());
    }

    /** One record, filled as far as the source goes without end, and at most what is left of the announced size. */
    private ByteBuffer fill(ReadableByteChannel source, long left, long size) throws WormholeException {
        ByteBuffer record = pipe.buffer();
        record.limit((int) Math.min(record.capacity(), left));
        while (record.hasRemaining()) {
            if (read(source, record) < 0) {
                throw changed("ended after " + (size - left + record.position()) + " of " + size + " bytes");
            }
        }
        return record.flip();
    }

    private static void checkAtEnd(ReadableByteChannel source, long size) throws WormholeException {
        if (read(source, ByteBuffer.allocate(1)) > 0) {
            throw changed("has grown beyond the announced " + size + " bytes");
        }
    }

    private static int read(ReadableByteChannel source, ByteBuffer into) throws WormholeException {
        try {
            return source.read(into);
        } catch (IOException e) {
            throw new WormholeException(ErrorCode.FILE_UNUSABLE, "cannot read what is sent: " + e.getMessage(), e);
        }
    }

    private static WormholeException changed(String how) {
        return new WormholeException(ErrorCode.FILE_CHANGED, "what is sent changed in the meantime: it " + how)
                .withHint("Send it again when nobody writes to it.")
                .tellingPeer("the file changed while it was sent");
    }

    private void awaitAck(byte[] sha256) throws WormholeException {
        PeerValue ack = receiveAck();
        if (!ack.field("ack").text(MAX_ACK_BYTES).equals("ok")) {
            throw new WormholeException(ErrorCode.INTEGRITY, "the other side reports that the transfer failed");
        }
        // The hash came with a later version of the protocol; a peer without it has still said ok.
        if (ack.has("sha256")
                && !HexFormat.of()
                        .formatHex(sha256)
                        .equalsIgnoreCase(ack.field("sha256").text(SHA256_HEX_LENGTH))) {
            throw new WormholeException(
                    ErrorCode.INTEGRITY, "bad remote hash: the other side received something else than was sent");
        }
    }

    private PeerValue receiveAck() throws WormholeException {
        ByteBuffer record;
        try {
            record = pipe.receive();
        } catch (WormholeException e) {
            if (e.code() != ErrorCode.PEER_LOST && e.code() != ErrorCode.TIMEOUT) {
                throw e;
            }
            throw new WormholeException(
                            ErrorCode.NOT_CONFIRMED, "everything was sent, but the other side did not confirm it", e)
                    .withHint("Ask there whether it arrived before you send it again.");
        }
        if (record.remaining() > MAX_ACK_BYTES) {
            throw new WormholeException(ErrorCode.MALFORMED_PEER_MESSAGE, "the other side's confirmation is too long");
        }
        byte[] json = new byte[record.remaining()];
        record.get(json);
        return JsonTree.readPeer(json, "ack");
    }
}
