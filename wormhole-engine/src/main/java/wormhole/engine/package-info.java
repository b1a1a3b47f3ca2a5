/**
 * The entry point of the library. {@link wormhole.engine.Wormhole} is one wormhole: open it, allocate, set or type a code,
 * wait for the peer, exchange messages, derive keys, close. {@link wormhole.engine.WormholeClient} does whole transfers with
 * the plugins that {@link wormhole.engine.plugin.PluginLoader} found.
 *
 * <p>Everything below this package knows only its own part; here they are wired together.
 */
@NullMarked
package wormhole.engine;

import org.jspecify.annotations.NullMarked;
