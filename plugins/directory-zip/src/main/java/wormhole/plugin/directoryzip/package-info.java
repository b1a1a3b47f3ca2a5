/**
 * Sends and receives a directory as one zip archive. Sending: {@link wormhole.plugin.directoryzip.TreeScanner} lists what
 * there is, {@link wormhole.plugin.directoryzip.ArchiveChannel} is the archive, made while it is read. Receiving:
 * {@link wormhole.plugin.directoryzip.EntryStream} unpacks as it comes into a hidden folder, then
 * {@link wormhole.plugin.directoryzip.ArchiveCheck} holds the list at the end against that, and
 * {@link wormhole.plugin.directoryzip.Unpacker} does what was left.
 */
@NullMarked
package wormhole.plugin.directoryzip;

import org.jspecify.annotations.NullMarked;
