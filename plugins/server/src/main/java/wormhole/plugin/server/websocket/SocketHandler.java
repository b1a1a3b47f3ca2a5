package wormhole.plugin.server.websocket;

import java.nio.ByteBuffer;

/** Hears what happens on one WebSocket, on the loop's thread. Must not block. */
public interface SocketHandler {
    void received(String text);

    void received(ByteBuffer bytes);

    /** Everything sent has left, after it once could not at once. */
    void drained();

    /** The connection is gone or going; nothing follows. */
    void closed();
}
