package wormhole.plugin.server.mailbox;

/**
 * Does the server's work one turn after another, and lets replies out only once what they tell is as safe as the store can make
 * it. May be called from any thread.
 */
public interface Turns {
    /**
     * What a session talks to instead of the connection itself.
     *
     * @param onRoom a turn to be taken when there is room again after once there was none
     */
    ClientConnection keep(ClientConnection connection, Runnable onRoom);

    /**
     * Does something that a client asked for.
     *
     * @param connection a kept one; if it has been given up, nothing is done
     * @param weight about how much memory this takes while it waits
     */
    void take(ClientConnection connection, int weight, Runnable turn);

    /** Does something of the server's own. */
    void take(Runnable chore);

    /** Does something on the connections' thread once the turn that says so is safe. Only in a turn. */
    void afterwards(Runnable effect);

    /** Turns that are done at once, for a store in memory. */
    static Turns atOnce() {
        return new ImmediateTurns();
    }
}
