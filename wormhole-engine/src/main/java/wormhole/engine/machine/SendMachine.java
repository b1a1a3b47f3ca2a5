package wormhole.engine.machine;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Seals our messages. Until the peer has proved to have the key, they wait: nothing is said to a stranger. Table:
 * {@code docs/machines/send.txt}.
 */
final class SendMachine {
    interface Actions {
        void addMessage(String phase, byte[] body);
    }

    enum State {
        UNVERIFIED,
        VERIFIED
    }

    private final String side;
    private final Actions actions;
    private final Map<String, byte[]> waiting = new LinkedHashMap<>();
    private State state = State.UNVERIFIED;
    private Cryptography.@Nullable Session session;

    SendMachine(String side, Actions actions) {
        this.side = side;
        this.actions = actions;
    }

    State state() {
        return state;
    }

    void verified(Cryptography.Session known) {
        state = switch (state) {
            case UNVERIFIED -> {
                session = known;
                waiting.forEach((phase, plaintext) -> deliver(known, phase, plaintext));
                waiting.clear();
                yield State.VERIFIED;
            }
            case VERIFIED -> state;
        };
    }

    void send(String phase, byte[] plaintext) {
        Cryptography.Session known = session;
        if (known == null) {
            waiting.put(phase, plaintext);
        } else {
            deliver(known, phase, plaintext);
        }
    }

    private void deliver(Cryptography.Session known, String phase, byte[] plaintext) {
        actions.addMessage(phase, known.seal(side, phase, plaintext));
    }
}
