package wormhole.engine.machine;

/**
 * Sorts what the key exchange needs: the peer's {@code pake} may come before the person here has typed the code. Table:
 * {@code docs/machines/key.txt}.
 */
final class KeyMachine {
    interface Actions {
        void sortedCode(String code);

        void sortedPake(byte[] body);
    }

    enum State {
        NOTHING,
        CODE_ONLY,
        PAKE_ONLY,
        BOTH
    }

    private final Actions actions;
    private State state = State.NOTHING;
    private byte[] earlyPake = {};

    KeyMachine(Actions actions) {
        this.actions = actions;
    }

    State state() {
        return state;
    }

    void gotCode(String code) {
        state = switch (state) {
            case NOTHING -> {
                actions.sortedCode(code);
                yield State.CODE_ONLY;
            }
            case PAKE_ONLY -> {
                actions.sortedCode(code);
                actions.sortedPake(earlyPake);
                yield State.BOTH;
            }
            case CODE_ONLY, BOTH -> state;
        };
    }

    void gotPake(byte[] body) {
        state = switch (state) {
            case NOTHING -> {
                earlyPake = body;
                yield State.PAKE_ONLY;
            }
            case CODE_ONLY -> {
                actions.sortedPake(body);
                yield State.BOTH;
            }
            case PAKE_ONLY, BOTH -> state;
        };
    }
}
