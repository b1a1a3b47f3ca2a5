package wormhole.engine.transfer;

import java.util.Optional;
import wormhole.spi.Conversation;
import wormhole.spi.ErrorCode;
import wormhole.spi.PeerValue;
import wormhole.spi.WormholeException;

/** The peer's messages; one that says {@code error} ends the transfer, whatever we were waiting for. */
public final class PeerMessages {
    private static final int MAX_ERROR_LENGTH = 1000;
    private static final String REJECTED = "transfer rejected";
    private static final String VERIFIER_REFUSED = "sender rejected verification check, abandoned transfer";

    private final Conversation conversation;

    public PeerMessages(Conversation conversation) {
        this.conversation = conversation;
    }

    /** Waits for the next one, but not beyond the deadline. */
    public PeerValue next(Deadline deadline) throws WormholeException {
        PeerValue message = conversation.receiveJson(deadline.left()).orElseThrow(deadline::missed);
        // Also refuses what is no object.
        Optional<PeerValue> error = message.optional("error");
        if (error.isPresent()) {
            throw failureOf(error.get().text(MAX_ERROR_LENGTH));
        }
        return message;
    }

    /** These two texts are the same in all implementations, and say that a person has decided. */
    private static WormholeException failureOf(String text) {
        return switch (text) {
            case REJECTED -> new WormholeException(ErrorCode.REJECTED_BY_PEER, "the other side rejected the transfer");
            case VERIFIER_REFUSED ->
                new WormholeException(
                        ErrorCode.REJECTED_BY_PEER, "the other side says that its verifier is another one");
            default -> new WormholeException(ErrorCode.PEER_ERROR, "the other side says: " + text);
        };
    }
}
