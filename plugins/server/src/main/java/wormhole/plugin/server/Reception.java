package wormhole.plugin.server;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Optional;
import wormhole.plugin.server.mailbox.ClientAddress;
import wormhole.plugin.server.mailbox.MailboxServer;
import wormhole.plugin.server.net.AddressGate;
import wormhole.plugin.server.websocket.SocketAcceptor;
import wormhole.plugin.server.websocket.SocketConnection;
import wormhole.plugin.server.websocket.SocketHandler;

/**
 * Receives every WebSocket of the mailbox server.
 *
 * @param gate lets clients in by the address that the proxy reports, if the proxy is trusted
 */
record Reception(MailboxServer server, boolean trustProxy, AddressGate gate) implements SocketAcceptor {
    private static final String SORRY = "{\"type\":\"welcome\",\"welcome\":{\"error\":"
            + "\"too many connections from your address, try again later\"}}";

    @Override
    public SocketHandler accept(SocketConnection socket) {
        ClientAddress address =
                ClientAddress.of(socket.remoteAddress()).reportedAs(reported(socket), socket.header("X-Real-Port"));
        Optional<InetAddress> counted = trustProxy ? address.toInetAddress() : Optional.empty();
        if (counted.isPresent() && !gate.enter(counted.get())) {
            socket.send(SORRY);
            socket.close();
            return new TurnedAway();
        }
        return new MailboxSocket(
                server.connect(new MailboxSocket.Outgoing(socket), address), () -> counted.ifPresent(gate::leave));
    }

    /** A chain of proxies appends to X-Forwarded-For; only what the nearest one says can be trusted. */
    private String reported(SocketConnection socket) {
        String realIp = socket.header("X-Real-IP");
        if (!realIp.isEmpty() || !trustProxy) {
            return realIp;
        }
        String forwarded = socket.header("X-Forwarded-For");
        return forwarded.substring(forwarded.lastIndexOf(',') + 1).trim();
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
