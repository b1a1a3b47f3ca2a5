/**
 * A transit relay: it joins two connections that name the same token, and passes bytes between them.
 *
 * <p>{@link wormhole.plugin.server.relay.TransitRelay} and its clients decide, without sockets; wires join them to TCP
 * connections and WebSockets. All live on one event loop. Memory is bounded by a simple rule: as long as one end has not taken
 * what was read from the other, the other is not read.
 */
@NullMarked
package wormhole.plugin.server.relay;

import org.jspecify.annotations.NullMarked;
