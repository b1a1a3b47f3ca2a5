/** Connects two peers through a transit relay. */
@NullMarked
package wormhole.plugin.transitrelay;

import org.jspecify.annotations.NullMarked;
