/** Sends and receives a text message. */
@NullMarked
package wormhole.plugin.text;

import org.jspecify.annotations.NullMarked;
