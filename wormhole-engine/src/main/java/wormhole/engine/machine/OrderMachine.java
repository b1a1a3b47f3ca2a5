package wormhole.engine.machine;

import java.util.ArrayList;
import java.util.List;

/**
 * Lets the {@code pake} through first, since nothing else can be opened before it; servers may send messages in any order.
 * Table: {@code docs/machines/order.txt}.
 */
final class OrderMachine {
    interface Actions {
        void gotPake(byte[] body);

        void gotSealed(String side, String phase, byte[] body);
    }

    enum State {
        NO_PAKE,
        PAKE_SEEN
    }

    private record Early(String side, String phase, byte[] body) {}

    private final Actions actions;
    private final List<Early> early = new ArrayList<>();
    private long earlyBytes;
    private State state = State.NO_PAKE;

    OrderMachine(Actions actions) {
        this.actions = actions;
    }

    /** How much is kept until it can be opened. */
    long earlyBytes() {
        return earlyBytes;
    }

    State state() {
        return state;
    }

    void gotPake(byte[] body) {
        state = switch (state) {
            case NO_PAKE -> {
                actions.gotPake(body);
                early.forEach(message -> actions.gotSealed(message.side(), message.phase(), message.body()));
                early.clear();
                earlyBytes = 0;
                yield State.PAKE_SEEN;
            }
            case PAKE_SEEN -> state;
        };
    }

    void gotOther(String side, String phase, byte[] body) {
        switch (state) {
            case NO_PAKE -> {
                early.add(new Early(side, phase, body));
                earlyBytes += body.length;
            }
            case PAKE_SEEN -> actions.gotSealed(side, phase, body);
        }
    }
}
