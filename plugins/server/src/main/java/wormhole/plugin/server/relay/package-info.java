/**
 * A transit relay: it joins two connections that name the same token, and passes bytes between them.
 *
 * <p>{@link wormhole.plugin.server.relay.TransitRelay} and its clients decide, without sockets;
 * {@link wormhole.plugin.server.relay.RelayLoop} is the one thread on which they and all TCP connections live. Memory is
 * bounded by a simple rule: as long as one end has not taken what was read from the other, the other is not read.
 */
@NullMarked
package wormhole.plugin.server.relay;

import org.jspecify.annotations.NullMarked;
