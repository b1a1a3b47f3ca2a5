package wormhole.plugin.sshkey;

import java.util.Map;
import wormhole.spi.Conversation;
import wormhole.spi.Dialogue;
import wormhole.spi.ErrorCode;
import wormhole.spi.PeerValue;
import wormhole.spi.WormholeException;

/** The side that is let in: sends its public key and waits until it is said to be in its place. */
record Acceptance(PublicKey key) implements Dialogue {
    private static final int MAX_ACK_LENGTH = 100;

    @Override
    public void run(Conversation conversation) throws WormholeException {
        conversation.sendJson(Map.of("offer", Map.of("message", key.line())));
        PeerValue answer = PeerAnswers.await(conversation, "answer");
        if (!answer.field("message_ack").text(MAX_ACK_LENGTH).equals("ok")) {
            throw new WormholeException(ErrorCode.NOT_CONFIRMED, "the other side does not confirm the key");
        }
        conversation.ui().tell(Invitation.event("ssh-key-sent", key).saying("Key sent: " + key.summary()));
    }
}
