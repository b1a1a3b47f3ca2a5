package wormhole.plugin.server.net;

import java.nio.ByteBuffer;

/** Hears what happens on one TCP connection, on the loop's thread. Must not block. */
public interface ChannelHandler {
    /** Bytes arrived, at least one. They belong to the handler, which may give the buffer back to the loop's pool. */
    void received(ByteBuffer bytes);

    /** Nothing more will arrive, but the other end may still listen. */
    void ended();

    /** Everything written has left, after it once could not at once. */
    void drained();

    /** The connection is gone; nothing follows. */
    void lost();
}
