/** Sends and receives one file. */
@NullMarked
package wormhole.plugin.file;

import org.jspecify.annotations.NullMarked;
