package wormhole.spi.testkit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import wormhole.spi.ErrorCode;
import wormhole.spi.RecordPipe;
import wormhole.spi.Sending;
import wormhole.spi.UserInterface;
import wormhole.spi.WormholeException;

/** What the host gives to an offer that is delivered, over a pipe in memory. */
public record FakeSending(UserInterface ui, RecordPipe pipe) implements Sending {
    @Override
    public void sendAll(ReadableByteChannel source, long size) throws WormholeException {
        MessageDigest sha256 = FakeReceiving.sha256();
        long left = size;
        while (left > 0) {
            ByteBuffer record = fill(source, left);
            left -= record.remaining();
            sha256.update(record.duplicate());
            if (left == 0) {
                checkAtEnd(source);
            }
            pipe.send(record);
        }
        checkAtEnd(source);
        awaitAck(FakeReceiving.ack(sha256.digest()));
    }

    private ByteBuffer fill(ReadableByteChannel source, long left) throws WormholeException {
        ByteBuffer record = pipe.buffer();
        record.limit((int) Math.min(record.capacity(), left));
        while (record.hasRemaining()) {
            if (read(source, record) < 0) {
                throw new WormholeException(ErrorCode.FILE_CHANGED, "what is sent is shorter than announced");
            }
        }
        return record.flip();
    }

    /** Before the last record leaves, so that the other side does not take a part for the whole. */
    private static void checkAtEnd(ReadableByteChannel source) throws WormholeException {
        if (read(source, ByteBuffer.allocate(1)) > 0) {
            throw new WormholeException(ErrorCode.FILE_CHANGED, "what is sent is longer than announced");
        }
    }

    private static int read(ReadableByteChannel source, ByteBuffer into) throws WormholeException {
        try {
            return source.read(into);
        } catch (IOException e) {
            throw new WormholeException(ErrorCode.FILE_UNUSABLE, "cannot read what is sent: " + e.getMessage(), e);
        }
    }

    private void awaitAck(String expected) throws WormholeException {
        String ack;
        try {
            ack = StandardCharsets.UTF_8.decode(pipe.receive()).toString();
        } catch (WormholeException e) {
            throw new WormholeException(ErrorCode.NOT_CONFIRMED, "the other side did not confirm", e);
        }
        if (!ack.equals(expected)) {
            throw new WormholeException(ErrorCode.INTEGRITY, "the other side confirms something else: " + ack);
        }
    }
}
