/** Sends and receives a directory as one zip archive. */
@NullMarked
package wormhole.plugin.directoryzip;

import org.jspecify.annotations.NullMarked;
