package wormhole.plugin.server.websocket;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/** One open WebSocket. For the loop's thread; no method blocks or calls the handler before it returns. */
public interface SocketConnection {
    InetSocketAddress remoteAddress();

    /** A header of the opening request, empty if it is not there. */
    String header(String name);

    void send(String text);

    void send(ByteBuffer bytes);

    /** Whether more should be sent now. If not, {@link SocketHandler#drained} will be called. */
    boolean hasRoom();

    /** Stops reading; a few messages that are already in memory may still arrive. */
    void pauseReading();

    void resumeReading();

    /** Closes in order, after what was sent. */
    void close();

    /** Ends the connection in a moment, without a word. */
    void drop();
}
