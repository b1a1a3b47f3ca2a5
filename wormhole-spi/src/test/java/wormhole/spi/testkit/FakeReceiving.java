package wormhole.spi.testkit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import wormhole.spi.ErrorCode;
import wormhole.spi.Event;
import wormhole.spi.PeerValue;
import wormhole.spi.ReceiveRequest;
import wormhole.spi.Receiving;
import wormhole.spi.RecordPipe;
import wormhole.spi.UserInterface;
import wormhole.spi.WormholeException;

/**
 * What the host gives to the type of an offer that came, over a pipe in memory.
 *
 * @param consent whether the person at this side wants it
 * @param answer hears {@code true} when the offer is accepted, {@code false} when it is declined
 */
record FakeReceiving(
        PeerValue offer,
        ReceiveRequest request,
        UserInterface ui,
        boolean consent,
        Lane<Boolean> answer,
        RecordPipe pipe)
        implements Receiving {

    @Override
    public void askConsent(String summary) throws WormholeException {
        ui.tell(Event.named("offer").saying(summary));
        if (!consent) {
            throw new WormholeException(ErrorCode.REJECTED_HERE, "transfer rejected");
        }
    }

    @Override
    public void decline() throws WormholeException {
        answer.put(false);
    }

    @Override
    public void accept() throws WormholeException {
        answer.put(true);
    }

    @Override
    public byte[] receiveAll(WritableByteChannel sink, long size) throws WormholeException {
        MessageDigest sha256 = sha256();
        for (long left = size; left > 0; ) {
            ByteBuffer record = pipe.receive();
            left -= record.remaining();
            if (left < 0) {
                throw new WormholeException(ErrorCode.INTEGRITY, "the other side sent more than announced");
            }
            sha256.update(record.duplicate());
            write(sink, record);
        }
        return sha256.digest();
    }

    private static void write(WritableByteChannel sink, ByteBuffer record) throws WormholeException {
        try {
            while (record.hasRemaining()) {
                sink.write(record);
            }
        } catch (IOException e) {
            throw new WormholeException(ErrorCode.FILE_UNUSABLE, "cannot write: " + e.getMessage(), e);
        }
    }

    @Override
    public void acknowledge(byte[] sha256) throws WormholeException {
        pipe.send(ack(sha256).getBytes(StandardCharsets.UTF_8));
    }

    static String ack(byte[] sha256) {
        return "{\"ack\":\"ok\",\"sha256\":\"" + HexFormat.of().formatHex(sha256) + "\"}";
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
