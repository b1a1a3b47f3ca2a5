package wormhole.engine.transfer;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import wormhole.spi.Conversation;
import wormhole.spi.Delivery;
import wormhole.spi.Dialogue;
import wormhole.spi.ErrorCode;
import wormhole.spi.Event;
import wormhole.spi.OfferType;
import wormhole.spi.OutgoingOffer;
import wormhole.spi.PeerValue;
import wormhole.spi.RecordPipe;
import wormhole.spi.Role;
import wormhole.spi.WormholeException;

/** Offers something, waits for the answer, and delivers it. */
public final class OfferSender implements Dialogue {
    private static final int MAX_ANSWER_LENGTH = 100;

    private final OfferType type;
    private final OutgoingOffer offer;
    private final TransitPort.Opener transit;
    private final TransferLimits limits;

    public OfferSender(OfferType type, OutgoingOffer offer, TransitPort.Opener transit, TransferLimits limits) {
        this.type = type;
        this.offer = offer;
        this.transit = transit;
        this.limits = limits;
    }

    @Override
    public void run(Conversation conversation) throws WormholeException {
        if (type.delivery() == Delivery.IN_OFFER) {
            offer(conversation);
            awaitAnswer(new PeerMessages(conversation));
        } else {
            try (TransitPort port = transit.open(Role.SENDER)) {
                conversation.sendJson(Map.of("transit", port.message()));
                offer(conversation);
                deliver(conversation, port);
            }
        }
        conversation.ui().tell(Event.named("sent").with("kind", type.key()).saying("Sent " + offer.summary() + "."));
    }

    private void offer(Conversation conversation) throws WormholeException {
        conversation.sendJson(Map.of("offer", Map.of(type.key(), offer.body())));
    }

    private void deliver(Conversation conversation, TransitPort port) throws WormholeException {
        PeerMessages messages = new PeerMessages(conversation);
        PeerValue peersTransit = awaitAnswer(messages);
        Deadline deadline = Deadline.of("transit message", limits.transit());
        while (peersTransit == null) {
            peersTransit = messages.next(deadline).optional("transit").orElse(null);
        }
        conversation.ui().tell(Event.named("accepted"));
        try (RecordPipe pipe = port.connect(peersTransit)) {
            conversation.ui().tell(TransitEvent.of(pipe, port.detour()));
            conversation.ui().tell(TransitEvent.sealing());
            offer.deliver(new RecordSource(pipe, conversation.ui()));
        }
    }

    /** Waits for the answer; returns the transit message if one came before it. */
    private @Nullable PeerValue awaitAnswer(PeerMessages messages) throws WormholeException {
        PeerValue peersTransit = null;
        Deadline deadline = Deadline.of("answer to the offer", limits.answer());
        while (true) {
            PeerValue message = messages.next(deadline);
            if (peersTransit == null) {
                peersTransit = message.optional("transit").orElse(null);
            }
            if (message.has("answer")) {
                checkAnswer(message.field("answer"));
                return peersTransit;
            }
        }
    }

    private void checkAnswer(PeerValue answer) throws WormholeException {
        String text = answer.field(type.delivery().answerKey()).text(MAX_ANSWER_LENGTH);
        if (!text.equals("ok")) {
            throw new WormholeException(ErrorCode.REJECTED_BY_PEER, "the other side did not accept: " + text);
        }
    }
}
