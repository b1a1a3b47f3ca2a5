package wormhole.engine.machine;

/** Asks the server for a free nameplate and puts random words behind it. Table: {@code docs/machines/allocator.txt}. */
final class AllocatorMachine {
    interface Actions {
        void sendAllocate();

        void allocated(String nameplate, String code);

        /** It is closed, and no nameplate will come from it any more. */
        void allocatorDone();
    }

    enum State {
        IDLE_OFFLINE,
        IDLE,
        ALLOCATING_OFFLINE,
        ALLOCATING,
        /** Closed, but the nameplate on its way to us has to be given back. */
        ENDING,
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
            case ALLOCATING_OFFLINE, ALLOCATING, ENDING, DONE -> state;
        };
    }

    void connected() {
        state = switch (state) {
            case IDLE_OFFLINE -> State.IDLE;
            case ALLOCATING_OFFLINE -> send();
            case IDLE, ALLOCATING, ENDING, DONE -> state;
        };
    }

    void lost() {
        state = switch (state) {
            case IDLE -> State.IDLE_OFFLINE;
            case ALLOCATING -> State.ALLOCATING_OFFLINE;
            case ENDING -> done();
            case IDLE_OFFLINE, ALLOCATING_OFFLINE, DONE -> state;
        };
    }

    void rxAllocated(String nameplate) {
        state = switch (state) {
            case ALLOCATING, ENDING -> {
                actions.allocated(nameplate, nameplate + "-" + words.choose(length));
                yield State.DONE;
            }
            case IDLE_OFFLINE, IDLE, ALLOCATING_OFFLINE, DONE -> state;
        };
    }

    /** The server refused a request, and this may have been ours. */
    void refused() {
        state = switch (state) {
            case ALLOCATING -> State.DONE;
            case ENDING -> done();
            case IDLE_OFFLINE, IDLE, ALLOCATING_OFFLINE, DONE -> state;
        };
    }

    void close() {
        state = switch (state) {
            case IDLE_OFFLINE, IDLE, ALLOCATING_OFFLINE, DONE -> done();
            case ALLOCATING -> State.ENDING;
            case ENDING -> state;
        };
    }

    private State done() {
        actions.allocatorDone();
        return State.DONE;
    }

    private State send() {
        actions.sendAllocate();
        return State.ALLOCATING;
    }
}
