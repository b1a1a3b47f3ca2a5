package wormhole.engine.machine;

import java.util.ArrayDeque;
import java.util.Queue;

/** Runs turns one after another, in the order in which they were asked for. Used on the engine thread only. */
final class TurnQueue {
    private final Queue<Runnable> turns = new ArrayDeque<>();
    private boolean running;

    /** Runs the turn now, or after the current one and those already waiting. */
    void take(Runnable turn) {
        turns.add(turn);
        if (running) {
            return;
        }
        running = true;
        try {
            for (Runnable next = turns.poll(); next != null; next = turns.poll()) {
                next.run();
            }
        } finally {
            running = false;
        }
    }
}
