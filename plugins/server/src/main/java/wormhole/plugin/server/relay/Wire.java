package wormhole.plugin.server.relay;

import java.nio.ByteBuffer;

/** One client's connection as the relay sees it. No method blocks or calls the client back before it returns. */
interface Wire {
    /** Sends bytes, which belong to the wire from now on. */
    void write(ByteBuffer bytes);

    /** Whether everything written has left, more or less; if not, the client hears when it has. */
    boolean hasRoom();

    void pauseReading();

    void resumeReading();

    /** Nothing more will be written; what was written is still sent. */
    void finishWriting();

    /** Ends the connection once what was written is sent. What still arrives is thrown away. */
    void close();
}
