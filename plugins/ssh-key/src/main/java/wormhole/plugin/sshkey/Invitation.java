package wormhole.plugin.sshkey;

import java.util.Map;
import wormhole.spi.Conversation;
import wormhole.spi.Dialogue;
import wormhole.spi.ErrorCode;
import wormhole.spi.Event;
import wormhole.spi.PeerValue;
import wormhole.spi.Question;
import wormhole.spi.UserInterface;
import wormhole.spi.WormholeException;

/**
 * The side that lets somebody in: takes a key, adds it to the authorized ones, and confirms.
 *
 * @param keys where it goes
 * @param agreed whether the person has said yes in advance
 */
record Invitation(AuthorizedKeys keys, boolean agreed) implements Dialogue {
    @Override
    public void run(Conversation conversation) throws WormholeException {
        PeerValue offer = PeerAnswers.await(conversation, "offer").field("message");
        PublicKey key = read(offer);
        UserInterface ui = conversation.ui();
        ui.tell(event("ssh-key", key));
        ask(key, ui);
        boolean added = keys.add(key);
        conversation.sendJson(Map.of("answer", Map.of("message_ack", "ok")));
        ui.tell(event("ssh-key-added", key)
                .with("file", keys.file().toString())
                .with("added", added)
                .saying(added ? "Added " + key.summary() + " to " + keys.file() : "The key is there already."));
    }

    private static PublicKey read(PeerValue offer) throws WormholeException {
        try {
            return PublicKey.parse(offer.text(PublicKey.MAX_LINE_LENGTH));
        } catch (BadKey e) {
            throw new WormholeException(ErrorCode.MALFORMED_PEER_MESSAGE, "what the other side sent " + e.why(), e)
                    .withHint("Nothing was added. Ask them which key they sent.")
                    .tellingPeer("the key " + e.why());
        }
    }

    /** A question that nobody answers is a refusal. */
    private void ask(PublicKey key, UserInterface ui) throws WormholeException {
        String text = "Add " + key.summary() + " to " + keys.file() + ", so that its owner can log in?";
        try {
            if (!agreed && !ui.confirm(Question.yesOrNo("add-key", text))) {
                throw new WormholeException(ErrorCode.REJECTED_HERE, "the key was not added");
            }
        } catch (WormholeException e) {
            throw e.code() == ErrorCode.NO_ANSWER ? e.tellingPeer(PeerAnswers.REJECTED) : e;
        }
    }

    static Event event(String name, PublicKey key) {
        return Event.named(name)
                .with("type", key.type().typeName())
                .with("fingerprint", key.fingerprint())
                .with("comment", key.comment());
    }
}
