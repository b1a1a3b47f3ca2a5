package wormhole.plugin.server.mailbox;

/** The way back to one client. None of its methods blocks or calls back. */
public interface ClientConnection {
    void send(String json);

    /** Whether it is worth sending more; see {@link ClientSession#drained}. */
    boolean hasRoom();

    /** There is room again, after once there was none. */
    default void drained() {}

    /** What the server keeps in mind for this client changes, without a word to it. */
    default void concern() {}

    /** Asks for a pause of what the client sends. */
    void pauseReading();

    void resumeReading();

    /** Ends the connection in order, after what was sent. */
    void close();

    /** Ends the connection at once. */
    void drop();
}
