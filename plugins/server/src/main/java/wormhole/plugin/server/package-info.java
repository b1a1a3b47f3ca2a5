/** A mailbox server and a transit relay that anyone can run. */
@NullMarked
package wormhole.plugin.server;

import org.jspecify.annotations.NullMarked;
