/** Connects two peers straight over TCP. */
@NullMarked
package wormhole.plugin.transitdirect;

import org.jspecify.annotations.NullMarked;
