package wormhole.plugin.sshkey;

import wormhole.spi.Conversation;
import wormhole.spi.ErrorCode;
import wormhole.spi.PeerValue;
import wormhole.spi.WormholeException;

/** Waits for what the other side has to say; what nobody knows is passed over. */
final class PeerAnswers {
    /** What the reference says and understands. */
    static final String REJECTED = "transfer rejected";

    private static final int MAX_ERROR_LENGTH = 1000;

    private PeerAnswers() {}

    /** The value of the next message that has the key. */
    static PeerValue await(Conversation conversation, String key) throws WormholeException {
        while (true) {
            PeerValue message = conversation.receiveJson();
            if (message.has("error")) {
                throw failureOf(message.field("error").text(MAX_ERROR_LENGTH));
            }
            if (message.has(key)) {
                return message.field(key);
            }
        }
    }

    private static WormholeException failureOf(String text) {
        return text.equals(REJECTED)
                ? new WormholeException(ErrorCode.REJECTED_BY_PEER, "the other side does not want the key")
                : new WormholeException(ErrorCode.PEER_ERROR, "the other side says: " + text);
    }
}
