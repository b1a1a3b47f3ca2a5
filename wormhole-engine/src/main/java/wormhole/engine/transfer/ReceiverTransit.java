package wormhole.engine.transfer;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import wormhole.spi.Conversation;
import wormhole.spi.PeerValue;
import wormhole.spi.RecordPipe;
import wormhole.spi.Role;
import wormhole.spi.WormholeException;

/** The receiver's end of transit: opened when the sender speaks of transit, connected when records are wanted. */
final class ReceiverTransit implements AutoCloseable {
    private final Conversation conversation;
    private final TransitPort.Opener opener;
    private final Duration limit;
    private @Nullable TransitPort port;
    private @Nullable PeerValue peersMessage;
    private @Nullable RecordPipe pipe;

    ReceiverTransit(Conversation conversation, TransitPort.Opener opener, Duration limit) {
        this.conversation = conversation;
        this.opener = opener;
        this.limit = limit;
    }

    /** Looks for the sender's {@code transit}; the first one counts and is answered at once. */
    void notice(PeerValue message) throws WormholeException {
        if (peersMessage == null && message.has("transit")) {
            peersMessage = message.field("transit");
            TransitPort opened = opener.open(Role.RECEIVER);
            port = opened;
            conversation.sendJson(Map.of("transit", opened.message()));
        }
    }

    /** The pipe, connected on the first call. A sender that has not spoken of transit yet is waited for. */
    RecordPipe pipe() throws WormholeException {
        RecordPipe open = pipe;
        if (open != null) {
            return open;
        }
        PeerMessages messages = new PeerMessages(conversation);
        Deadline deadline = Deadline.of("transit message", limit);
        TransitPort current = port;
        PeerValue theirs = peersMessage;
        while (current == null || theirs == null) {
            notice(messages.next(deadline));
            current = port;
            theirs = peersMessage;
        }
        RecordPipe connected = current.connect(theirs);
        pipe = connected;
        conversation.ui().tell(TransitEvent.of(connected, current.detour()));
        conversation.ui().tell(TransitEvent.sealing());
        return connected;
    }

    @Override
    public void close() {
        RecordPipe open = pipe;
        if (open != null) {
            open.close();
        }
        TransitPort current = port;
        if (current != null) {
            current.close();
        }
    }
}
