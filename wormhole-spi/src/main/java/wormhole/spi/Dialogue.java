package wormhole.spi;

/** What one side does once the wormhole is open. Returning means goodbye; the host then closes with the right mood. */
@FunctionalInterface
public interface Dialogue {
    void run(Conversation conversation) throws WormholeException;
}
