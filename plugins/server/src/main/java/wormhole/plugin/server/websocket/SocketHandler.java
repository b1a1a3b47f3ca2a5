package wormhole.plugin.server.websocket;

import java.nio.ByteBuffer;

/** Hears what happens on one connection, on one thread at a time except for {@link #drained}. Must not block. */
public interface SocketHandler {
    void received(String text);

    void received(ByteBuffer bytes);

    /** The connection has room again after it had none; called from another thread. */
    void drained();

    /** The connection is gone; nothing follows. */
    void closed();
}
