package wormhole.engine.transfer;

import java.util.Optional;
import wormhole.engine.json.JsonTree;
import wormhole.spi.Conversation;
import wormhole.spi.ErrorCode;
import wormhole.spi.PeerValue;
import wormhole.spi.WormholeException;

/** The peer's messages; one that says {@code error} ends the transfer, whatever we were waiting for. */
public final class PeerMessages {
    /** What is shown of it: enough for a reason, too little to push everything else off the screen. */
    private static final int SHOWN_OF_ERROR = 1000;

    private static final String REJECTED = "transfer rejected";
    private static final String VERIFIER_REFUSED = "sender rejected verification check, abandoned transfer";

    private static final String CONNECTION_LOST = "connection lost";

    private final Conversation conversation;

    public PeerMessages(Conversation conversation) {
        this.conversation = conversation;
    }

    /** Waits for the next one, but not beyond the deadline. */
    public PeerValue next(Deadline deadline) throws WormholeException {
        PeerValue message = conversation.receiveJson(deadline.left()).orElseThrow(deadline::missed);
        Optional<WormholeException> error = errorIn(message);
        if (error.isPresent()) {
            throw error.get();
        }
        return message;
    }

    /** The failure that a message tells of, if it does; fails itself if the message is no object. */
    public static Optional<WormholeException> errorIn(PeerValue message) throws WormholeException {
        Optional<PeerValue> error = message.optional("error");
        return error.isPresent() ? Optional.of(failureOf(error.get().text(JsonTree.MAX_BYTES))) : Optional.empty();
    }

    /** The first two texts are the same in all implementations, and say that a person has decided; the third is ours. */
    private static WormholeException failureOf(String text) {
        return switch (text) {
            case REJECTED -> new WormholeException(ErrorCode.REJECTED_BY_PEER, "the other side rejected the transfer");
            case VERIFIER_REFUSED ->
                new WormholeException(
                        ErrorCode.REJECTED_BY_PEER, "the other side says that its verifier is another one");
            case CONNECTION_LOST ->
                new WormholeException(ErrorCode.PEER_LOST, "the other side has lost the connection to this one");
            default -> new WormholeException(ErrorCode.PEER_ERROR, "the other side says: " + shown(text));
        };
    }

    private static String shown(String text) {
        if (text.isBlank()) {
            return "something failed, and nothing about what";
        }
        return text.length() <= SHOWN_OF_ERROR
                ? text
                : text.substring(0, text.offsetByCodePoints(0, SHOWN_OF_ERROR / 2)) + "\u2026";
    }
}
