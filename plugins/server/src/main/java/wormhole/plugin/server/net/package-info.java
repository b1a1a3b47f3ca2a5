/**
 * One thread that serves many TCP connections, with bounds. Start with {@link wormhole.plugin.server.net.EventLoop}.
 */
@NullMarked
package wormhole.plugin.server.net;

import org.jspecify.annotations.NullMarked;
