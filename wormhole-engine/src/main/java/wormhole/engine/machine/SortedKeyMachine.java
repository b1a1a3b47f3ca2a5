package wormhole.engine.machine;

import wormhole.spi.WormholeException;

/**
 * Does the key exchange, code first: sends our {@code pake}, and with the peer's makes the key and sends our
 * {@code version}, by which the peer can check it. Table: {@code docs/machines/sorted-key.txt}.
 */
final class SortedKeyMachine {
    interface Actions {
        void sendPake(byte[] body);

        void gotKey(Cryptography.Session session);

        void scared(WormholeException failure);
    }

    enum State {
        NOTHING,
        CODE_KNOWN,
        KEY_KNOWN,
        SCARED
    }

    private final Cryptography cryptography;
    private final Actions actions;
    private State state = State.NOTHING;

    SortedKeyMachine(Cryptography cryptography, Actions actions) {
        this.cryptography = cryptography;
        this.actions = actions;
    }

    State state() {
        return state;
    }

    void gotCode(String code) {
        state = switch (state) {
            case NOTHING -> {
                actions.sendPake(cryptography.start(code));
                yield State.CODE_KNOWN;
            }
            case CODE_KNOWN, KEY_KNOWN, SCARED -> state;
        };
    }

    void gotPake(byte[] body) {
        state = switch (state) {
            case CODE_KNOWN -> finish(body);
            case NOTHING, KEY_KNOWN, SCARED -> state;
        };
    }

    private State finish(byte[] body) {
        try {
            actions.gotKey(cryptography.finish(body));
            return State.KEY_KNOWN;
        } catch (WormholeException e) {
            actions.scared(e);
            return State.SCARED;
        }
    }
}
