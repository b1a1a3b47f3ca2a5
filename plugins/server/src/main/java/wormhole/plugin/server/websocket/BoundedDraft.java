package wormhole.plugin.server.websocket;

import java.util.List;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.drafts.Draft;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.exceptions.LimitExceededException;
import org.java_websocket.framing.Framedata;

/**
 * WebSocket as RFC 6455 has it, with a bound for whole messages. The library bounds each frame, and a message when its last
 * fragment comes; fragments without end would fill the memory.
 */
final class BoundedDraft extends Draft_6455 {
    /** What a fragment takes beside its bytes, which may be none. */
    private static final int FRAGMENT_OVERHEAD = 64;

    private final int most;
    private long waiting;

    BoundedDraft(int most) {
        super(List.of(), most);
        this.most = most;
    }

    /** For the next connection. */
    @Override
    public Draft copyInstance() {
        return new BoundedDraft(most);
    }

    @Override
    public void processFrame(WebSocketImpl socket, Framedata frame) throws InvalidDataException {
        switch (frame.getOpcode()) {
            case CONTINUOUS, TEXT, BINARY -> count(frame);
            case PING, PONG, CLOSING -> {}
        }
        super.processFrame(socket, frame);
    }

    private void count(Framedata frame) throws LimitExceededException {
        if (frame.isFin()) {
            waiting = 0;
            return;
        }
        waiting += frame.getPayloadData().remaining() + FRAGMENT_OVERHEAD;
        if (waiting > most) {
            throw new LimitExceededException("a message of more than " + most + " bytes", most);
        }
    }
}
