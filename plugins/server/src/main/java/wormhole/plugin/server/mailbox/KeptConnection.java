package wormhole.plugin.server.mailbox;

import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A connection whose replies wait for the commit of what they tell. Its sender is paused while too much of what it asked for
 * waits, so that a slow store does not fill the memory.
 */
final class KeptConnection implements ClientConnection {
    /** What each turn takes besides its weight. */
    private static final int TURN_WEIGHT = 500;

    private static final int MAX_WAITING = 128 << 10;
    /** Replies are made in advance up to this. */
    private static final int ROOM = 256 << 10;

    private static final String EXCUSE = Json.write(
            Map.of("type", "error", "error", "the server cannot store anything, try again later", "orig", Map.of()));

    private final ClientConnection network;
    private final CommitTurns turns;
    private final Runnable onRoom;
    private final AtomicLong waiting = new AtomicLong();
    private final AtomicLong unsent = new AtomicLong();
    private volatile boolean networkFull;
    private volatile boolean awaited;
    /** For the network's thread. */
    private boolean paused;
    /** For the turns' thread. */
    private boolean givenUp;

    KeptConnection(ClientConnection network, CommitTurns turns, Runnable onRoom) {
        this.network = network;
        this.turns = turns;
        this.onRoom = onRoom;
    }

    /** Before a turn waits. */
    void willWait(int weight) {
        if (waiting.addAndGet(weight + TURN_WEIGHT) > MAX_WAITING && weight > 0 && !paused) {
            paused = true;
            network.pauseReading();
        }
    }

    /** After it was done, on the network's thread. */
    void hasWaited(int weight) {
        if (waiting.addAndGet(-weight - TURN_WEIGHT) <= MAX_WAITING / 2 && paused) {
            paused = false;
            network.resumeReading();
        }
    }

    boolean isGivenUp() {
        return givenUp;
    }

    void giveUp() {
        givenUp = true;
    }

    /** Ends it, on the network's thread; with a word to the client unless it is better off to just come back. */
    void end(boolean quietly) {
        if (quietly) {
            network.drop();
        } else {
            network.send(EXCUSE);
            network.close();
        }
    }

    @Override
    public void send(String json) {
        unsent.addAndGet(json.length());
        turns.afterCommit(this, () -> {
            network.send(json);
            networkFull = !network.hasRoom();
            unsent.addAndGet(-json.length());
            tellOfRoom();
        });
    }

    @Override
    public boolean hasRoom() {
        if (isRoom()) {
            return true;
        }
        awaited = true;
        // It may have come in between.
        return isRoom();
    }

    private boolean isRoom() {
        return unsent.get() < ROOM && !networkFull;
    }

    @Override
    public void drained() {
        networkFull = false;
        tellOfRoom();
    }

    private void tellOfRoom() {
        if (awaited && isRoom()) {
            awaited = false;
            turns.take(this, 0, onRoom);
        }
    }

    @Override
    public void concern() {
        turns.afterCommit(this, () -> {});
    }

    @Override
    public void pauseReading() {
        turns.afterCommit(this, network::pauseReading);
    }

    @Override
    public void resumeReading() {
        turns.afterCommit(this, network::resumeReading);
    }

    @Override
    public void close() {
        turns.afterCommit(this, network::close);
    }

    @Override
    public void drop() {
        turns.afterCommit(this, network::drop);
    }
}
