package wormhole.plugin.server.net;

/** Gets every new connection of a port, on the loop's thread. */
@FunctionalInterface
public interface ChannelAcceptor {
    ChannelHandler accept(Connection connection);
}
