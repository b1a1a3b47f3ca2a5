package wormhole.engine.transfer;

import java.nio.channels.WritableByteChannel;
import java.util.HexFormat;
import java.util.Map;
import wormhole.engine.json.JsonTree;
import wormhole.spi.Conversation;
import wormhole.spi.Delivery;
import wormhole.spi.ErrorCode;
import wormhole.spi.Event;
import wormhole.spi.PeerValue;
import wormhole.spi.Question;
import wormhole.spi.ReceiveRequest;
import wormhole.spi.Receiving;
import wormhole.spi.RecordPipe;
import wormhole.spi.UserInterface;
import wormhole.spi.WormholeException;

/** The context of an offer type that receives: answers over the conversation, data over transit. */
final class AnsweringReceiving implements Receiving {
    private final Conversation conversation;
    private final Delivery delivery;
    private final PeerValue offer;
    private final ReceiveRequest request;
    private final Consent consent;
    private final ReceiverTransit transit;

    AnsweringReceiving(
            Conversation conversation,
            Delivery delivery,
            PeerValue offer,
            ReceiveRequest request,
            Consent consent,
            ReceiverTransit transit) {
        this.conversation = conversation;
        this.delivery = delivery;
        this.offer = offer;
        // Nothing will be written, so no name that is taken may ask or answer before the refusal does.
        this.request = consent == Consent.TEXT_ONLY ? withoutConflict(request) : request;
        this.consent = consent;
        this.transit = transit;
    }

    private static ReceiveRequest withoutConflict(ReceiveRequest request) {
        return new ReceiveRequest(
                request.directory(),
                request.output(),
                request.toStandardOutput(),
                ReceiveRequest.OnConflict.RENAME,
                request.keepPartial());
    }

    @Override
    public PeerValue offer() {
        return offer;
    }

    @Override
    public ReceiveRequest request() {
        return request;
    }

    @Override
    public UserInterface ui() {
        return conversation.ui();
    }

    @Override
    public void askConsent(String summary) throws WormholeException {
        ui().tell(Event.named("offer").saying(summary).with("summary", summary));
        boolean wanted = switch (consent) {
            case GIVEN -> true;
            case TEXT_ONLY -> false;
            case ASK -> ask();
        };
        if (!wanted) {
            throw rejected();
        }
    }

    private boolean ask() throws WormholeException {
        try {
            return ui().confirm(Question.yesOrNo("accept", "ok?"));
        } catch (WormholeException e) {
            throw e.code() == ErrorCode.NO_ANSWER ? e.tellingPeer("transfer rejected") : e;
        }
    }

    private WormholeException rejected() {
        String why = consent == Consent.TEXT_ONLY ? "only text was wanted, the offer is rejected" : "transfer rejected";
        return new WormholeException(ErrorCode.REJECTED_HERE, why);
    }

    @Override
    public void decline() throws WormholeException {
        conversation.sendJson(Map.of("error", "transfer rejected"));
    }

    @Override
    public void accept() throws WormholeException {
        conversation.sendJson(Map.of("answer", Map.of(delivery.answerKey(), "ok")));
    }

    @Override
    public byte[] receiveAll(WritableByteChannel sink, long size) throws WormholeException {
        return new RecordSink(pipe(), ui()).receive(sink, size);
    }

    @Override
    public void acknowledge(byte[] sha256) throws WormholeException {
        pipe().send(JsonTree.write(Map.of("ack", "ok", "sha256", HexFormat.of().formatHex(sha256))));
        pipe().flush();
    }

    @Override
    public RecordPipe pipe() throws WormholeException {
        return transit.pipe();
    }
}
