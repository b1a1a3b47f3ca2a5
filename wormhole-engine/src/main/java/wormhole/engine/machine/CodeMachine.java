package wormhole.engine.machine;

import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;

/**
 * Gets the one code of this wormhole: allocated, given, or typed piece by piece. Table: {@code docs/machines/code.txt}; a
 * second code is refused with {@link ErrorCode#ONLY_ONE_CODE}.
 */
final class CodeMachine {
    interface Actions {
        void allocate(int words);

        void startInput();

        void setNameplate(String nameplate);

        void gotCode(String code);
    }

    enum State {
        IDLE,
        ALLOCATING,
        INPUTTING_NAMEPLATE,
        INPUTTING_WORDS,
        KNOWN
    }

    private final Actions actions;
    /** Changed before the first action where no turn is running: an output may call back in at once. */
    private State state = State.IDLE;

    CodeMachine(Actions actions) {
        this.actions = actions;
    }

    State state() {
        return state;
    }

    void allocateCode(int words) throws WormholeException {
        requireIdle();
        state = State.ALLOCATING;
        actions.allocate(words);
    }

    void inputCode() throws WormholeException {
        requireIdle();
        state = State.INPUTTING_NAMEPLATE;
        actions.startInput();
    }

    void setCode(String code) throws WormholeException {
        requireIdle();
        state = State.KNOWN;
        actions.setNameplate(code.substring(0, code.indexOf('-')));
        actions.gotCode(code);
    }

    private void requireIdle() throws WormholeException {
        switch (state) {
            case IDLE -> {}
            case ALLOCATING, INPUTTING_NAMEPLATE, INPUTTING_WORDS, KNOWN ->
                throw new WormholeException(ErrorCode.ONLY_ONE_CODE, "this wormhole already has a code")
                        .withHint("Open another wormhole for another code.");
        }
    }

    void allocated(String nameplate, String code) {
        state = switch (state) {
            case ALLOCATING -> {
                actions.setNameplate(nameplate);
                actions.gotCode(code);
                yield State.KNOWN;
            }
            case IDLE, INPUTTING_NAMEPLATE, INPUTTING_WORDS, KNOWN -> state;
        };
    }

    void gotNameplate(String nameplate) {
        state = switch (state) {
            case INPUTTING_NAMEPLATE -> {
                actions.setNameplate(nameplate);
                yield State.INPUTTING_WORDS;
            }
            case IDLE, ALLOCATING, INPUTTING_WORDS, KNOWN -> state;
        };
    }

    void finishedInput(String code) {
        state = switch (state) {
            case INPUTTING_WORDS -> {
                actions.gotCode(code);
                yield State.KNOWN;
            }
            case IDLE, ALLOCATING, INPUTTING_NAMEPLATE, KNOWN -> state;
        };
    }
}
