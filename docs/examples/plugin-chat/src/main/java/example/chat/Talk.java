package example.chat;

import java.util.Map;
import wormhole.spi.Conversation;
import wormhole.spi.Dialogue;
import wormhole.spi.ErrorCode;
import wormhole.spi.Event;
import wormhole.spi.PeerValue;
import wormhole.spi.Question;
import wormhole.spi.WormholeException;

/** The conversation: each message is {@code {"line": "text"}}, and an empty line is the last. */
record Talk(boolean begins) implements Dialogue {
    private static final int MAX_LENGTH = 10_000;

    @Override
    public void run(Conversation conversation) throws WormholeException {
        boolean ours = begins;
        while (ours ? say(conversation) : listen(conversation)) {
            ours = !ours;
        }
    }

    private static boolean say(Conversation conversation) throws WormholeException {
        String line = conversation.ui().ask(Question.free("line", "you:"));
        conversation.sendJson(Map.of("line", line));
        return !line.isEmpty();
    }

    /** A side that fails says so instead of its next line. */
    private static boolean listen(Conversation conversation) throws WormholeException {
        PeerValue message = conversation.receiveJson();
        if (message.has("error")) {
            String why = message.field("error").text(MAX_LENGTH);
            throw new WormholeException(ErrorCode.PEER_ERROR, "the other side says: " + why);
        }
        String line = message.field("line").text(MAX_LENGTH);
        String shown = line.isEmpty() ? "They have left." : "they: " + line;
        conversation.ui().tell(Event.named("said").with("text", line).saying(shown));
        return !line.isEmpty();
    }
}
