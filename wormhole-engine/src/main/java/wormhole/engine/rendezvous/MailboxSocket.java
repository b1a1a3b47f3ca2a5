package wormhole.engine.rendezvous;

/** One WebSocket, open or being opened. */
interface MailboxSocket {
    /** Queues a text frame; does nothing once the socket is closed. */
    void send(String text);

    /** Closes with a goodbye if it is open, at once if it is not. The listener is told when it is done. */
    void close();

    /** Opens sockets. */
    @FunctionalInterface
    interface Opener {
        /** Begins to open; the outcome comes to the listener, on any thread. */
        MailboxSocket open(Listener listener);
    }

    /** What becomes of a socket. */
    interface Listener {
        void opened();

        void received(String text);

        /** It is gone, or never came to be. Called once, last. */
        void closed(Ending ending);
    }
}
