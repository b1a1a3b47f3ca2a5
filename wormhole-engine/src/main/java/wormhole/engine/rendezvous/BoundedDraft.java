package wormhole.engine.rendezvous;

import java.nio.ByteBuffer;
import java.util.List;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.drafts.Draft;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.enums.HandshakeState;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.exceptions.InvalidHandshakeException;
import org.java_websocket.exceptions.LimitExceededException;
import org.java_websocket.framing.Framedata;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.handshake.Handshakedata;
import org.java_websocket.handshake.ServerHandshake;
import org.java_websocket.protocols.IProtocol;
import org.java_websocket.protocols.Protocol;

/**
 * WebSocket as RFC 6455 has it, with a bound for whatever a server decides the length or number of. The library bounds each
 * frame, and a message when its last fragment comes; a greeting or fragments without end, or pings from somebody who never takes
 * an answer, would fill the memory.
 */
final class BoundedDraft extends Draft_6455 {
    /** What a fragment takes beside its bytes, which may be none. */
    private static final int FRAGMENT_OVERHEAD = 64;

    /** Far more than any server says before the first frame; the library begins anew with each piece that comes. */
    private static final int MOST_OF_HANDSHAKE = 64 << 10;
    /** Who leaves so many frames waiting needs no further answers to its pings. */
    private static final int MOST_UNSENT = 100;

    /** The library refuses every handshake unless it is told that no subprotocol is wanted. */
    private static final IProtocol NO_PROTOCOL = new Protocol("");

    private final int most;
    private long waiting;

    BoundedDraft(int most) {
        super(List.of(), List.of(NO_PROTOCOL), most);
        this.most = most;
    }

    /** For the next connection. */
    @Override
    public Draft copyInstance() {
        return new BoundedDraft(most);
    }

    @Override
    public Handshakedata translateHandshake(ByteBuffer bytes) throws InvalidHandshakeException {
        if (bytes.remaining() > MOST_OF_HANDSHAKE) {
            throw new InvalidHandshakeException("a greeting of more than " + MOST_OF_HANDSHAKE + " bytes");
        }
        return super.translateHandshake(bytes);
    }

    /** Says what is wrong; the library would name its classes. */
    @Override
    public HandshakeState acceptHandshakeAsClient(ClientHandshake request, ServerHandshake response)
            throws InvalidHandshakeException {
        HandshakeState state = super.acceptHandshakeAsClient(request, response);
        if (state != HandshakeState.MATCHED) {
            throw new InvalidHandshakeException("what answers there is no WebSocket server");
        }
        return state;
    }

    @Override
    public void processFrame(WebSocketImpl socket, Framedata frame) throws InvalidDataException {
        switch (frame.getOpcode()) {
            case CONTINUOUS, TEXT, BINARY -> count(frame);
            case PING -> {
                if (socket.outQueue.size() > MOST_UNSENT) {
                    return;
                }
            }
            case PONG, CLOSING -> {}
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
