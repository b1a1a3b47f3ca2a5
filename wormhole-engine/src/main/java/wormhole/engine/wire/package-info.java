/**
 * What client and mailbox server say to each other, as values, and its JSON (server protocol). Begin with
 * {@link wormhole.engine.wire.ServerMessage#read} and {@link wormhole.engine.wire.ClientMessage#toJson}.
 */
@NullMarked
package wormhole.engine.wire;

import org.jspecify.annotations.NullMarked;
