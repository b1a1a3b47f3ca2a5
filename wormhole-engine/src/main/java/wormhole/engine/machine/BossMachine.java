package wormhole.engine.machine;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import wormhole.spi.ErrorCode;
import wormhole.spi.Mood;
import wormhole.spi.WormholeException;

/**
 * Oversees the whole: tells the application what happened, puts the peer's messages in order, and decides with which mood to
 * close. Table: {@code docs/machines/boss.txt}.
 */
final class BossMachine {
    interface Actions {
        void close(Mood mood);

        void tellCode(String code);

        void tellKey(Cryptography.Session session);

        void tellVerifier(byte[] verifier);

        void tellVersions(byte[] versions);

        void tellMessage(byte[] message);

        /** The end; the failure is null after a happy goodbye. */
        void tellClosed(@Nullable WormholeException failure);
    }

    enum State {
        EMPTY,
        LONELY,
        HAPPY,
        CLOSING,
        CLOSED
    }

    private final Actions actions;
    private final Map<Long, byte[]> messages = new HashMap<>();
    private State state = State.EMPTY;
    private boolean versionsTold;
    private long nextMessage;
    private long earlyBytes;
    private @Nullable WormholeException result;

    BossMachine(Actions actions) {
        this.actions = actions;
    }

    State state() {
        return state;
    }

    /** How much is kept until it is its turn. */
    long earlyBytes() {
        return earlyBytes;
    }

    void gotCode(String code) {
        state = switch (state) {
            case EMPTY -> {
                actions.tellCode(code);
                yield State.LONELY;
            }
            case LONELY, HAPPY, CLOSING, CLOSED -> state;
        };
    }

    void gotKey(Cryptography.Session session) {
        switch (state) {
            case LONELY -> actions.tellKey(session);
            case EMPTY, HAPPY, CLOSING, CLOSED -> {}
        }
    }

    /** The peer has proved to have the key. */
    void verified(byte[] verifier) {
        state = switch (state) {
            case LONELY -> {
                actions.tellVerifier(verifier);
                yield State.HAPPY;
            }
            case EMPTY, HAPPY, CLOSING, CLOSED -> state;
        };
    }

    void gotVersions(byte[] versions) {
        switch (state) {
            case HAPPY -> {
                actions.tellVersions(versions);
                versionsTold = true;
                tellMessagesInOrder();
            }
            case EMPTY, LONELY, CLOSING, CLOSED -> {}
        }
    }

    void gotMessage(long number, byte[] message) {
        switch (state) {
            case HAPPY -> {
                messages.put(number, message);
                earlyBytes += message.length;
                tellMessagesInOrder();
            }
            case EMPTY, LONELY, CLOSING, CLOSED -> {}
        }
    }

    /** Nothing of the application is told before the peer's versions. */
    private void tellMessagesInOrder() {
        byte[] message = versionsTold ? messages.remove(nextMessage) : null;
        while (message != null) {
            earlyBytes -= message.length;
            actions.tellMessage(message);
            nextMessage++;
            message = messages.remove(nextMessage);
        }
    }

    /** The application is done. */
    void close() {
        if (state == State.HAPPY) {
            closeWith(Mood.HAPPY, null);
        } else {
            closeWith(Mood.LONELY, new WormholeException(ErrorCode.LONELY, "nobody came"));
        }
    }

    /** The application, or something below it, has failed. */
    void fail(WormholeException failure) {
        closeWith(state == State.HAPPY ? Mood.ERRORY : Mood.LONELY, failure);
    }

    /** The peer does not have the key. */
    void scared(WormholeException failure) {
        closeWith(Mood.SCARY, failure);
    }

    void unwelcome(WormholeException failure) {
        closeWith(Mood.UNWELCOME, failure);
    }

    /** The server answered with an error. */
    void serverError(WormholeException failure) {
        closeWith(Mood.ERRORY, failure);
    }

    private void closeWith(Mood mood, @Nullable WormholeException failure) {
        state = switch (state) {
            case EMPTY, LONELY, HAPPY -> {
                result = failure;
                actions.close(mood);
                yield State.CLOSING;
            }
            case CLOSING, CLOSED -> state;
        };
    }

    /** There is no connection, and there will be none: nothing can be said to the server. */
    void unreachable(WormholeException failure) {
        state = switch (state) {
            case EMPTY, LONELY, HAPPY -> {
                actions.tellClosed(failure);
                yield State.CLOSED;
            }
            case CLOSING -> {
                actions.tellClosed(result);
                yield State.CLOSED;
            }
            case CLOSED -> state;
        };
    }

    /** Everything is released and closed. */
    void allClosed() {
        state = switch (state) {
            case CLOSING -> {
                actions.tellClosed(result);
                yield State.CLOSED;
            }
            case EMPTY, LONELY, HAPPY, CLOSED -> state;
        };
    }
}
