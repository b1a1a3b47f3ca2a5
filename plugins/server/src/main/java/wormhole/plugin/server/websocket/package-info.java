/**
 * WebSocket server sockets with limits: what the WebSocket library leaves unbounded is bounded here. Start with
 * {@link wormhole.plugin.server.websocket.WebSocketEndpoint}.
 */
@NullMarked
package wormhole.plugin.server.websocket;

import org.jspecify.annotations.NullMarked;
