package wormhole.engine.machine;

import wormhole.spi.Mood;

/**
 * Ends things in order: the nameplate released, the mailbox closed, then the connection. Table:
 * {@code docs/machines/terminator.txt}.
 */
final class TerminatorMachine {
    interface Actions {
        void closeNameplate();

        void closeMailbox(Mood mood);

        void stopConnection();

        void allClosed();
    }

    enum State {
        OPEN,
        OPEN_WITHOUT_NAMEPLATE,
        CLOSING_BOTH,
        CLOSING_NAMEPLATE,
        CLOSING_MAILBOX,
        STOPPING,
        STOPPED
    }

    private final Actions actions;
    private State state = State.OPEN;

    TerminatorMachine(Actions actions) {
        this.actions = actions;
    }

    State state() {
        return state;
    }

    void close(Mood mood) {
        state = switch (state) {
            case OPEN -> {
                actions.closeNameplate();
                actions.closeMailbox(mood);
                yield State.CLOSING_BOTH;
            }
            case OPEN_WITHOUT_NAMEPLATE -> {
                actions.closeMailbox(mood);
                yield State.CLOSING_MAILBOX;
            }
            case CLOSING_BOTH, CLOSING_NAMEPLATE, CLOSING_MAILBOX, STOPPING, STOPPED -> state;
        };
    }

    void nameplateDone() {
        state = switch (state) {
            case OPEN -> State.OPEN_WITHOUT_NAMEPLATE;
            case CLOSING_BOTH -> State.CLOSING_MAILBOX;
            case CLOSING_NAMEPLATE -> stop();
            case OPEN_WITHOUT_NAMEPLATE, CLOSING_MAILBOX, STOPPING, STOPPED -> state;
        };
    }

    void mailboxDone() {
        state = switch (state) {
            case CLOSING_BOTH -> State.CLOSING_NAMEPLATE;
            case CLOSING_MAILBOX -> stop();
            case OPEN, OPEN_WITHOUT_NAMEPLATE, CLOSING_NAMEPLATE, STOPPING, STOPPED -> state;
        };
    }

    void stopped() {
        state = switch (state) {
            case STOPPING -> {
                actions.allClosed();
                yield State.STOPPED;
            }
            case OPEN, OPEN_WITHOUT_NAMEPLATE, CLOSING_BOTH, CLOSING_NAMEPLATE, CLOSING_MAILBOX, STOPPED -> state;
        };
    }

    private State stop() {
        actions.stopConnection();
        return State.STOPPING;
    }
}
