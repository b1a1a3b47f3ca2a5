package wormhole.plugin.server.mailbox;

/** Turns that are done at once, on the caller's thread, under a lock. Nothing has to be waited for. */
final class ImmediateTurns implements Turns {
    @Override
    public ClientConnection keep(ClientConnection connection, Runnable onRoom) {
        return connection;
    }

    @Override
    public void take(ClientConnection connection, int weight, Runnable turn) {
        take(turn);
    }

    @Override
    public void afterwards(Runnable effect) {
        effect.run();
    }

    @Override
    public synchronized void take(Runnable chore) {
        chore.run();
    }
}
