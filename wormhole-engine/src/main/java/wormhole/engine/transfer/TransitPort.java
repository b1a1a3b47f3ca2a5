package wormhole.engine.transfer;

import java.util.Map;
import wormhole.spi.PeerValue;
import wormhole.spi.RecordPipe;
import wormhole.spi.Role;
import wormhole.spi.WormholeException;

/** Our end of a transit connection that is being made: says what we can do, and connects when the peer has said the same. */
public interface TransitPort extends AutoCloseable {
    /** The value of our {@code transit} message. */
    Map<String, ?> message();

    /** Connects; called once. */
    RecordPipe connect(PeerValue peersMessage) throws WormholeException;

    /** Once connected: why the data takes the way through a relay, in words; empty if it goes directly. */
    String detour();

    /** Closes what is open, also the pipe. */
    @Override
    void close();

    /** Opens ports. */
    @FunctionalInterface
    interface Opener {
        TransitPort open(Role role) throws WormholeException;
    }
}
