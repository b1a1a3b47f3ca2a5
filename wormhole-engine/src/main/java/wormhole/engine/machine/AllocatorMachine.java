package wormhole.engine.machine;

/** Asks the server for a free nameplate and puts random words behind it. Table: {@code docs/machines/allocator.txt}. */
final class AllocatorMachine {
    interface Actions {
        void sendAllocate();

        void allocated(String nameplate, String code);
    }

    enum State {
        IDLE_OFFLINE,
        IDLE,
        ALLOCATING_OFFLINE,
        ALLOCATING,
        DONE
    }

    private final WordChooser words;
    private final Actions actions;
    private State state = State.IDLE_OFFLINE;
    private int length;

    AllocatorMachine(WordChooser words, Actions actions) {
        this.words = words;
        this.actions = actions;
    }

    State state() {
        return state;
    }

    void allocate(int wordCount) {
        length = wordCount;
        state = switch (state) {
            case IDLE_OFFLINE -> State.ALLOCATING_OFFLINE;
            case IDLE -> send();
            case ALLOCATING_OFFLINE, ALLOCATING, DONE -> state;
        };
    }

    void connected() {
        state = switch (state) {
            case IDLE_OFFLINE -> State.IDLE;
            case ALLOCATING_OFFLINE -> send();
            case IDLE, ALLOCATING, DONE -> state;
        };
    }

    void lost() {
        state = switch (state) {
            case IDLE -> State.IDLE_OFFLINE;
            case ALLOCATING -> State.ALLOCATING_OFFLINE;
            case IDLE_OFFLINE, ALLOCATING_OFFLINE, DONE -> state;
        };
    }

    void rxAllocated(String nameplate) {
        state = switch (state) {
            case ALLOCATING -> {
                actions.allocated(nameplate, nameplate + "-" + words.choose(length));
                yield State.DONE;
            }
            case IDLE_OFFLINE, IDLE, ALLOCATING_OFFLINE, DONE -> state;
        };
    }

    private State send() {
        actions.sendAllocate();
        return State.ALLOCATING;
    }
}
