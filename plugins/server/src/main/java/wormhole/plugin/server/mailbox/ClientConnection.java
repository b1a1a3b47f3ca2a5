package wormhole.plugin.server.mailbox;

/** The way back to one client. None of its methods blocks or calls back. */
public interface ClientConnection {
    void send(String json);

    /** Whether it is worth sending more; see {@link ClientSession#drained}. */
    boolean hasRoom();

    /** Ends the connection at once. */
    void drop();
}
