package wormhole.plugin.server.relay;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import wormhole.plugin.server.net.EventLoop;
import wormhole.plugin.server.websocket.SocketConnection;
import wormhole.plugin.server.websocket.SocketHandler;

/** One WebSocket of the relay: a request in the first message, then bytes whose cut into messages means nothing. */
public final class WebSocketWire implements Wire, SocketHandler {
    private final EventLoop loop;
    private final SocketConnection socket;
    private final RelayClient client;
    private boolean requested;

    /** Lets the relay serve a connection. */
    public WebSocketWire(EventLoop loop, TransitRelay relay, SocketConnection socket) {
        this.loop = loop;
        this.socket = socket;
        this.client = relay.connect(this);
    }

    /** Transit is binary; whoever sends text wants something else. */
    @Override
    public void received(String text) {
        if (requested) {
            socket.drop();
        } else {
            received(ByteBuffer.allocate(0));
        }
    }

    @Override
    public void received(ByteBuffer bytes) {
        if (requested) {
            client.received(bytes);
        } else {
            requested = true;
            client.requested(firstLine(bytes));
        }
    }

    /** The whole first message is the request, with or without a newline. */
    private static String firstLine(ByteBuffer bytes) {
        String line = StandardCharsets.ISO_8859_1.decode(bytes).toString();
        return line.endsWith("\n") ? line.substring(0, line.length() - 1) : line;
    }

    @Override
    public void drained() {
        client.drained();
    }

    @Override
    public void closed() {
        client.lost();
    }

    @Override
    public void write(ByteBuffer bytes) {
        socket.send(bytes);
        loop.buffers().giveBack(bytes);
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

    /** A WebSocket ends both ways at once. */
    @Override
    public void finishWriting() {
        close();
    }

    @Override
    public void close() {
        socket.close();
    }
}
