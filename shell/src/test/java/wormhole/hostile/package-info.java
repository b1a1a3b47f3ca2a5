/**
 * The real client against a hostile world: peers, servers, relays and networks that are scripted to misbehave. Begin with
 * {@link wormhole.hostile.Scene}.
 */
@NullMarked
package wormhole.hostile;

import org.jspecify.annotations.NullMarked;
