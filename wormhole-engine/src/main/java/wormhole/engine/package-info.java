/** The entry point of the library: opens a wormhole, the encrypted record pipe between two peers that share a code. */
@NullMarked
package wormhole.engine;

import org.jspecify.annotations.NullMarked;
