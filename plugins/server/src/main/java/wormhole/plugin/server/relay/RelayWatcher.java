package wormhole.plugin.server.relay;

/** Hears what happens at a relay, on its thread. */
public interface RelayWatcher {
    /** About once a second: how many connections there are, and how many of them wait for their partner. */
    void has(int connections, int waiting);

    /** Bytes were passed on. */
    void carried(int bytes);

    /**
     * A connection is over.
     *
     * @param mood {@code empty}, {@code errory}, {@code lonely}, {@code redundant}, {@code happy} or {@code jilted}, as the
     *     reference counts them
     */
    void ended(String mood);

    /** A pair, or a connection that never had a partner, is over. */
    void used(RelayUsage usage);
}
