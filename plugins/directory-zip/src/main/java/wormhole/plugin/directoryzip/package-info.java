/**
 * Sends and receives a directory as one zip archive. Sending: {@link wormhole.plugin.directoryzip.TreeScanner} lists what
 * there is, {@link wormhole.plugin.directoryzip.ArchiveChannel} is the archive, made while it is read. Receiving:
 * {@link wormhole.plugin.directoryzip.ArchiveCheck} looks at the whole archive before
 * {@link wormhole.plugin.directoryzip.Unpacker} writes anything.
 */
@NullMarked
package wormhole.plugin.directoryzip;

import org.jspecify.annotations.NullMarked;
