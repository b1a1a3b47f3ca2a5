package wormhole.spi;

import java.util.List;
import java.util.Map;

/**
 * A way for bulk data to travel between the two sides, such as {@code direct-tcp-v1} (transit protocol). The host exchanges
 * hints, races the candidates of all methods, proves on each connection that the peer has the key, lets the sender pick one
 * and encrypts what runs over it; a method only brings bytes from one side to the other.
 */
public interface TransitMethod {
    /** The type of the ability and of the hints on the wire; unique among the loaded methods. */
    String type();

    /** Whether the data goes through somebody else's machine; such paths are tried later than direct ones. */
    default boolean relayed() {
        return false;
    }

    /**
     * What the peer is told we can do, JSON objects each with {@code type}. When the peer names its own abilities, and none of them is one
     * of any method here, the transfer ends at once; with an empty list, this method may always be tried.
     */
    default List<Map<String, ?>> abilities() {
        return List.of(Map.of("type", type()));
    }

    /** Makes ready for one transfer: opens listeners, finds own addresses. */
    TransitSession open(TransitContext context) throws WormholeException;
}
