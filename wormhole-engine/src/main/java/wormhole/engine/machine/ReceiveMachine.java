package wormhole.engine.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wormhole.spi.WormholeException;

/**
 * Opens the peer's messages. The first that opens proves that the peer has the same key; the first that does not ends
 * everything. Table: {@code docs/machines/receive.txt}.
 */
final class ReceiveMachine {
    interface Actions {
        /** The peer has the key. */
        void verified(Cryptography.Session session);

        void gotPlaintext(String phase, byte[] plaintext);

        void scared(WormholeException failure);
    }

    enum State {
        NO_KEY,
        UNVERIFIED,
        VERIFIED,
        SCARED
    }

    private record Sealed(String side, String phase, byte[] body) {}

    private final Actions actions;
    private final List<Sealed> early = new ArrayList<>();
    private long earlyBytes;
    private State state = State.NO_KEY;
    private Cryptography.@Nullable Session session;

    ReceiveMachine(Actions actions) {
        this.actions = actions;
    }

    State state() {
        return state;
    }

    /** How much is kept until it can be opened. */
    long earlyBytes() {
        return earlyBytes;
    }

    void gotKey(Cryptography.Session known) {
        switch (state) {
            case NO_KEY -> {
                session = known;
                state = State.UNVERIFIED;
                early.forEach(message -> gotSealed(message.side(), message.phase(), message.body()));
                early.clear();
                earlyBytes = 0;
            }
            case UNVERIFIED, VERIFIED, SCARED -> {}
        }
    }

    void gotSealed(String side, String phase, byte[] body) {
        Cryptography.Session known = session;
        if (known == null) {
            early.add(new Sealed(side, phase, body));
            earlyBytes += body.length;
            return;
        }
        state = switch (state) {
            case UNVERIFIED ->
                open(known, side, phase, body)
                        .map(plaintext -> {
                            actions.verified(known);
                            return deliver(phase, plaintext);
                        })
                        .orElse(State.SCARED);
            case VERIFIED ->
                open(known, side, phase, body)
                        .map(plaintext -> deliver(phase, plaintext))
                        .orElse(State.SCARED);
            case NO_KEY, SCARED -> state;
        };
    }

    private State deliver(String phase, byte[] plaintext) {
        actions.gotPlaintext(phase, plaintext);
        return State.VERIFIED;
    }

    private Optional<byte[]> open(Cryptography.Session known, String side, String phase, byte[] body) {
        try {
            return Optional.of(known.open(side, phase, body));
        } catch (WormholeException e) {
            actions.scared(e);
            return Optional.empty();
        }
    }
}
