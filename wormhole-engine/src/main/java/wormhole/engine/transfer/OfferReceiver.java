package wormhole.engine.transfer;

import java.util.List;
import wormhole.spi.Conversation;
import wormhole.spi.Dialogue;
import wormhole.spi.ErrorCode;
import wormhole.spi.OfferType;
import wormhole.spi.PeerValue;
import wormhole.spi.ReceiveRequest;
import wormhole.spi.WormholeException;

/** Waits for an offer and lets the type whose key it holds handle it. */
public final class OfferReceiver implements Dialogue {
    private final List<OfferType> types;
    private final ReceiveRequest request;
    private final Consent consent;
    private final TransitPort.Opener transit;
    private final TransferLimits limits;

    public OfferReceiver(
            List<OfferType> types,
            ReceiveRequest request,
            Consent consent,
            TransitPort.Opener transit,
            TransferLimits limits) {
        this.types = List.copyOf(types);
        this.request = request;
        this.consent = consent;
        this.transit = transit;
        this.limits = limits;
    }

    @Override
    public void run(Conversation conversation) throws WormholeException {
        try (ReceiverTransit receiverTransit = new ReceiverTransit(conversation, transit, limits.transit())) {
            PeerMessages messages = new PeerMessages(conversation);
            Deadline deadline = Deadline.of("offer", limits.offer());
            while (true) {
                PeerValue message = messages.next(deadline);
                receiverTransit.notice(message);
                if (message.has("offer")) {
                    receive(conversation, message.field("offer"), receiverTransit);
                    return;
                }
            }
        }
    }

    private void receive(Conversation conversation, PeerValue offer, ReceiverTransit receiverTransit)
            throws WormholeException {
        OfferType type = typeOf(offer);
        type.receive(new AnsweringReceiving(
                conversation, type.delivery(), offer.field(type.key()), request, consent, receiverTransit));
    }

    /** An offer holds one thing. Keys that nobody here knows may stand beside it. */
    private OfferType typeOf(PeerValue offer) throws WormholeException {
        List<OfferType> known =
                types.stream().filter(type -> offer.has(type.key())).toList();
        if (known.size() > 1) {
            throw new WormholeException(
                    ErrorCode.MALFORMED_PEER_MESSAGE, "the other side offers several things in one offer");
        }
        if (known.isEmpty()) {
            throw new WormholeException(
                            ErrorCode.UNKNOWN_OFFER, "the other side offers something that no plugin here can receive")
                    .withHint("See 'wormhole plugins' for what can be received, and ask what the other side sends.")
                    .tellingPeer("unknown offer type");
        }
        return known.get(0);
    }
}
