package wormhole.plugin.server;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Optional;
import wormhole.plugin.server.net.AddressGate;
import wormhole.plugin.server.proxy.ClientHeader;
import wormhole.plugin.server.proxy.TrustedProxies;
import wormhole.plugin.server.websocket.ReportedSocket;
import wormhole.plugin.server.websocket.SocketAcceptor;
import wormhole.plugin.server.websocket.SocketConnection;
import wormhole.plugin.server.websocket.SocketHandler;

/**
 * Finds out who is behind a new WebSocket, and lets only so many of one address in.
 *
 * @param trusted whose word about their clients counts
 * @param header where they tell it
 * @param gate for the addresses that they tell
 * @param sorry said to whom is turned away, empty for nothing
 * @param inner gets all others
 */
record Reception(TrustedProxies trusted, ClientHeader header, AddressGate gate, String sorry, SocketAcceptor inner)
        implements SocketAcceptor {
    @Override
    public SocketHandler accept(SocketConnection socket) {
        InetSocketAddress remote = socket.remoteAddress();
        if (trusted.contain(remote.getAddress())) {
            return header.client(socket::header, trusted)
                    .map(client -> admit(socket, client))
                    .orElseGet(() -> inner.accept(socket));
        }
        // Who is on this machine is not counted; what it claims only decides what it is told about itself.
        Optional<InetSocketAddress> claimed = remote.getAddress().isLoopbackAddress()
                ? ClientHeader.X_REAL_IP.client(socket::header, trusted)
                : Optional.empty();
        return inner.accept(claimed.map(client -> reported(socket, client)).orElse(socket));
    }

    private SocketHandler admit(SocketConnection socket, InetSocketAddress client) {
        InetAddress address = client.getAddress();
        if (!gate.enter(address)) {
            if (!sorry.isEmpty()) {
                socket.send(sorry);
            }
            socket.close();
            return new TurnedAway();
        }
        return new Counted(inner.accept(reported(socket, client)), () -> gate.leave(address));
    }

    private static SocketConnection reported(SocketConnection socket, InetSocketAddress client) {
        int port = client.getPort() == 0 ? socket.remoteAddress().getPort() : client.getPort();
        return new ReportedSocket(socket, new InetSocketAddress(client.getAddress(), port));
    }

    /** One that leaves the gate when it is gone. */
    private record Counted(SocketHandler handler, Runnable leaving) implements SocketHandler {
        @Override
        public void received(String text) {
            handler.received(text);
        }

        @Override
        public void received(ByteBuffer bytes) {
            handler.received(bytes);
        }

        @Override
        public void drained() {
            handler.drained();
        }

        @Override
        public void closed() {
            leaving.run();
            handler.closed();
        }
    }

    /** One that hears nothing more. */
    private static final class TurnedAway implements SocketHandler {
        @Override
        public void received(String text) {}

        @Override
        public void received(ByteBuffer bytes) {}

        @Override
        public void drained() {}

        @Override
        public void closed() {}
    }
}
