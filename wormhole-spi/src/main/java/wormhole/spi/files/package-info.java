/**
 * Files that a peer has a say in, handled once and safely: {@link wormhole.spi.files.PeerFileName} and
 * {@link wormhole.spi.files.PeerPath} confine names, {@link wormhole.spi.files.Destination} decides where something goes and
 * whether it can, {@link wormhole.spi.files.PartFile} and {@link wormhole.spi.files.PartDirectory} are what it is until it
 * is complete and verified.
 */
@NullMarked
package wormhole.spi.files;

import org.jspecify.annotations.NullMarked;
