package wormhole.engine.machine;

import java.util.Set;

/** Asks the server which nameplates are in use, for completion. Table: {@code docs/machines/lister.txt}. */
final class ListerMachine {
    interface Actions {
        void sendList();

        void gotNameplates(Set<String> nameplates);
    }

    enum State {
        IDLE_OFFLINE,
        IDLE,
        WANTED_OFFLINE,
        WANTED
    }

    private final Actions actions;
    private State state = State.IDLE_OFFLINE;

    ListerMachine(Actions actions) {
        this.actions = actions;
    }

    State state() {
        return state;
    }

    void refresh() {
        state = switch (state) {
            case IDLE_OFFLINE -> State.WANTED_OFFLINE;
            case IDLE, WANTED -> send();
            case WANTED_OFFLINE -> state;
        };
    }

    void connected() {
        state = switch (state) {
            case IDLE_OFFLINE -> State.IDLE;
            case WANTED_OFFLINE -> send();
            case IDLE, WANTED -> state;
        };
    }

    void lost() {
        state = switch (state) {
            case IDLE -> State.IDLE_OFFLINE;
            case WANTED -> State.WANTED_OFFLINE;
            case IDLE_OFFLINE, WANTED_OFFLINE -> state;
        };
    }

    void rxNameplates(Set<String> nameplates) {
        state = switch (state) {
            case IDLE, WANTED -> {
                actions.gotNameplates(nameplates);
                yield State.IDLE;
            }
            case IDLE_OFFLINE, WANTED_OFFLINE -> state;
        };
    }

    private State send() {
        actions.sendList();
        return State.WANTED;
    }
}
