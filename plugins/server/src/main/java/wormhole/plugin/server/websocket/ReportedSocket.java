package wormhole.plugin.server.websocket;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/**
 * A WebSocket whose client is known better than from its connection.
 *
 * @param remoteAddress the client's, as a proxy reports it
 */
public record ReportedSocket(SocketConnection socket, InetSocketAddress remoteAddress) implements SocketConnection {
    @Override
    public String header(String name) {
        return socket.header(name);
    }

    @Override
    public void send(String text) {
        socket.send(text);
    }

    @Override
    public void send(ByteBuffer bytes) {
        socket.send(bytes);
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
