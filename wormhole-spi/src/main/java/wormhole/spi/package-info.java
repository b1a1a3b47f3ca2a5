/**
 * What a plugin author sees: implement {@link wormhole.spi.WormholePlugin}, name it in
 * {@code META-INF/services/wormhole.spi.WormholePlugin}, and drop the jar into a plugin folder.
 *
 * <p>Start with {@link wormhole.spi.OfferType} to add a new kind of thing that can be sent, with
 * {@link wormhole.spi.Application} and {@link wormhole.spi.Command} to add a new conversation over the encrypted pipe,
 * with {@link wormhole.spi.TransitMethod} to add a new way for bulk data to travel, and with
 * {@link wormhole.spi.HostedService} to add something that {@code wormhole server} runs.
 *
 * <h2>The laws</h2>
 *
 * <ol>
 *   <li>A plugin jar MUST carry the manifest attribute {@code Wormhole-Spi-Version}, {@code MAJOR.MINOR}; it is loaded
 *       only by a host with the same major and at least the same minor version ({@link wormhole.spi.Spi#VERSION}). It is
 *       read before any class of the jar is loaded.
 *   <li>Ids, offer keys, transit types and option names MUST match {@code [a-z][a-z0-9-]*} (offer keys may use
 *       {@code _}), and MUST be unique among all loaded plugins; a duplicate is refused and named.
 *   <li>A plugin sees {@code java.*} modules, {@code wormhole.spi} and its own libraries, nothing else. It MUST NOT rely on
 *       libraries of the host.
 *   <li>Types that a plugin implements gain only {@code default} methods within a major version. Types that the host
 *       implements (contexts such as {@link wormhole.spi.Sending}) may grow; a plugin MUST NOT implement them outside of
 *       tests. Nothing that a plugin can use goes away or changes; the build compares the API with the last release's.
 *   <li>Methods without another word are called from one thread at a time, MAY block, and MUST end soon after the thread
 *       is interrupted. A plugin MUST NOT call {@code System.exit}, replace standard streams, or leave threads behind.
 *   <li>Everything that comes from the peer is hostile. It is read through {@link wormhole.spi.PeerValue}, whose
 *       accessors check type and bounds; a file name MUST pass {@code wormhole.spi.files.PeerFileName} before it touches
 *       the file system.
 *   <li>Failures are {@link wormhole.spi.WormholeException}s with an {@link wormhole.spi.ErrorCode}; the text says what,
 *       where, and the cure. A plugin MUST NOT put a key, a code or the contents of a transfer into a text.
 *   <li>The class loader keeps plugins apart from each other; it is no sandbox. A plugin can do what the program can do.
 * </ol>
 */
@NullMarked
package wormhole.spi;

import org.jspecify.annotations.NullMarked;
