package wormhole.plugin.server;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import wormhole.plugin.server.mailbox.ClientAddress;
import wormhole.plugin.server.mailbox.ClientConnection;
import wormhole.plugin.server.mailbox.ClientSession;
import wormhole.plugin.server.mailbox.MailboxServer;
import wormhole.plugin.server.websocket.SocketConnection;
import wormhole.plugin.server.websocket.SocketHandler;

/** Joins one WebSocket to its session at the mailbox server. */
record MailboxSocket(ClientSession session) implements SocketHandler {
    /** Lets the server welcome whoever is at the other end. */
    static MailboxSocket welcome(MailboxServer server, SocketConnection socket) {
        return new MailboxSocket(server.connect(new Outgoing(socket), ClientAddress.of(socket.remoteAddress())));
    }

    /** What the session says goes to the socket. */
    record Outgoing(SocketConnection socket) implements ClientConnection {
        @Override
        public void send(String json) {
            socket.send(json);
        }

        @Override
        public boolean hasRoom() {
            return socket.hasRoom();
        }

        @Override
        public void pauseReading() {
            socket.pauseReading();
        }

        @Override
        public void resumeReading() {
            socket.resumeReading();
        }

        @Override
        public void close() {
            socket.close();
        }

        @Override
        public void drop() {
            socket.drop();
        }
    }

    @Override
    public void received(String text) {
        session.received(text);
    }

    /** The protocol's text says binary, everybody sends text. */
    @Override
    public void received(ByteBuffer bytes) {
        session.received(StandardCharsets.UTF_8.decode(bytes).toString());
    }

    @Override
    public void drained() {
        session.drained();
    }

    @Override
    public void closed() {
        session.lost();
    }
}
