/**
 * The connection to the mailbox server: opens it, keeps it alive, brings it back when it is lost. Begin with
 * {@link wormhole.engine.rendezvous.RendezvousConnection}. What is said over it is not known here.
 */
@NullMarked
package wormhole.engine.rendezvous;

import org.jspecify.annotations.NullMarked;
