package wormhole.plugin.server.websocket;

/** Gets every new connection. */
@FunctionalInterface
public interface SocketAcceptor {
    SocketHandler accept(SocketConnection connection);
}
