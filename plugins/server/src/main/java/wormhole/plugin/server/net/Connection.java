package wormhole.plugin.server.net;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/**
 * One client's connection, whatever it is wrapped in. For the loop's thread; no method blocks, and none calls the handler before
 * it returns, except for {@link #drop}.
 */
public interface Connection {
    /** The client, or whatever stands for it if a trusted proxy is between. */
    InetSocketAddress remoteAddress();

    /** Sends bytes, which belong to the connection from now on. */
    void write(ByteBuffer bytes);

    /** What was written and has not left yet; once it is nothing again, the handler hears of it. */
    long backlogBytes();

    /** Stops reading; what is in memory already may still arrive. */
    void pauseReading();

    void resumeReading();

    /** Nothing more will be written; what was written is still sent. */
    void finishWriting();

    /**
     * Ends the connection once what was written is sent. What still arrives is thrown away: a socket closed with unread bytes
     * in it would destroy what is on its way to the client.
     */
    void close();

    /** Ends the connection in a moment. */
    void dropSoon();

    /** Ends the connection at once. */
    void drop();
}
