package wormhole.spi.testkit;

import java.nio.ByteBuffer;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import wormhole.spi.Delivery;
import wormhole.spi.ErrorCode;
import wormhole.spi.OfferType;
import wormhole.spi.OutgoingOffer;
import wormhole.spi.PeerValue;
import wormhole.spi.ReceiveRequest;
import wormhole.spi.RecordPipe;
import wormhole.spi.SendRequest;
import wormhole.spi.WormholeException;

/**
 * A transfer of one offer type in memory: its own sender, or a peer that sends what the test says, against its own receiver.
 * A failure of the receiver is thrown first, then one of the sender. For one run.
 */
public final class OfferRun {
    private final OfferType type;
    private final RecordingUserInterface senderUi = new RecordingUserInterface();
    private final RecordingUserInterface receiverUi = new RecordingUserInterface();
    private final PipePair pipes = new PipePair();
    private final Lane<Boolean> answers = new Lane<>();
    private boolean consent = true;
    private @Nullable WormholeException senderFailure;

    private OfferRun(OfferType type) {
        this.type = type;
    }

    public static OfferRun of(OfferType type) {
        return new OfferRun(type);
    }

    /** Lets the person at the receiving side say no. */
    public OfferRun refused() {
        consent = false;
        return this;
    }

    /** The person who sends. */
    public RecordingUserInterface sender() {
        return senderUi;
    }

    /** The person who receives. */
    public RecordingUserInterface receiver() {
        return receiverUi;
    }

    /** How sending failed, null if it did not. */
    public @Nullable WormholeException senderFailure() {
        return senderFailure;
    }

    /** Prepares and sends what is requested, and receives it. */
    public void transfer(SendRequest send, ReceiveRequest receive) throws WormholeException {
        try (OutgoingOffer offer = type.prepare(send).orElseThrow()) {
            transfer(offer, receive);
        }
    }

    /** Sends what was prepared, and receives it. */
    public void transfer(OutgoingOffer offer, ReceiveRequest receive) throws WormholeException {
        run(offered(offer.body()), receive, pipe -> offer.deliver(new FakeSending(senderUi, pipe)));
    }

    /** Receives what a peer offers and sends, honest or not; it sends nothing more, but waits for the confirmation. */
    public void receive(@Nullable Object body, byte[] content, ReceiveRequest receive) throws WormholeException {
        receive(offered(body), content, receive);
    }

    /** Receives what a peer offers in JSON that was read already, and sends. */
    public void receive(PeerValue offer, byte[] content, ReceiveRequest receive) throws WormholeException {
        run(offer, receive, pipe -> {
            for (int at = 0; at < content.length; ) {
                ByteBuffer record = pipe.buffer();
                int length = Math.min(record.remaining(), content.length - at);
                pipe.send(record.put(content, at, length).flip());
                at += length;
            }
            pipes.endOfSender();
            pipe.receive();
        });
    }

    private PeerValue offered(@Nullable Object body) {
        return PeerValue.of(body, "offer." + type.key());
    }

    private void run(PeerValue offer, ReceiveRequest request, Content content) throws WormholeException {
        FutureTask<Void> sender = new FutureTask<>(() -> {
            send(content);
            return null;
        });
        Thread thread = new Thread(sender, "offer run: sender");
        thread.start();
        try {
            type.receive(new FakeReceiving(offer, request, receiverUi, consent, answers, pipes.receiver()));
        } finally {
            answers.close();
            pipes.receiver().close();
            await(sender);
        }
        if (senderFailure != null) {
            throw senderFailure;
        }
    }

    private void send(Content content) {
        try (RecordPipe pipe = pipes.sender()) {
            if (!answers.take()) {
                throw new WormholeException(ErrorCode.REJECTED_BY_PEER, "the other side rejected the transfer");
            }
            if (type.delivery() == Delivery.BY_RECORDS) {
                content.send(pipe);
            }
        } catch (WormholeException e) {
            senderFailure = e;
        }
    }

    private static void await(FutureTask<Void> sender) {
        try {
            sender.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new AssertionError("the sending side broke", e.getCause());
        }
    }

    @FunctionalInterface
    private interface Content {
        void send(RecordPipe pipe) throws WormholeException;
    }
}
