package wormhole.engine.machine;

import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;

/**
 * Helps a person to type a code: first the nameplate, then the words, each with completion. The nameplate is claimed as soon
 * as it is chosen. Table: {@code docs/machines/input.txt}; calls out of order are refused.
 */
final class InputMachine {
    interface Actions {
        void refreshNameplates();

        void gotNameplate(String nameplate);

        void finishedInput(String code);
    }

    enum State {
        IDLE,
        TYPING_NAMEPLATE,
        TYPING_WORDS,
        DONE
    }

    /** Completion offers two words, as nearly all codes have. */
    private static final int USUAL_WORDS = 2;

    private final WordChooser words;
    private final Actions actions;
    /** Changed before the first action where no turn is running: an output may call back in at once. */
    private State state = State.IDLE;

    private Set<String> nameplates = Set.of();
    private String nameplate = "";

    InputMachine(WordChooser words, Actions actions) {
        this.words = words;
        this.actions = actions;
    }

    State state() {
        return state;
    }

    void start() {
        state = switch (state) {
            case IDLE -> {
                actions.refreshNameplates();
                yield State.TYPING_NAMEPLATE;
            }
            case TYPING_NAMEPLATE, TYPING_WORDS, DONE -> state;
        };
    }

    void gotNameplates(Set<String> inUse) {
        nameplates = Set.copyOf(inUse);
    }

    void refreshNameplates() throws WormholeException {
        requireTypingNameplate();
        actions.refreshNameplates();
    }

    SortedSet<String> nameplateCompletions(String typed) throws WormholeException {
        requireTypingNameplate();
        SortedSet<String> completions = new TreeSet<>();
        nameplates.stream().filter(each -> each.startsWith(typed)).forEach(each -> completions.add(each + "-"));
        return completions;
    }

    void chooseNameplate(String chosen) throws WormholeException {
        requireTypingNameplate();
        nameplate = chosen;
        state = State.TYPING_WORDS;
        actions.gotNameplate(chosen);
    }

    SortedSet<String> wordCompletions(String typed) throws WormholeException {
        requireTypingWords();
        return words.completions(typed, USUAL_WORDS);
    }

    void chooseWords(String chosen) throws WormholeException {
        requireTypingWords();
        state = State.DONE;
        actions.finishedInput(nameplate + "-" + chosen);
    }

    private void requireTypingNameplate() throws WormholeException {
        switch (state) {
            case TYPING_NAMEPLATE -> {}
            case IDLE -> throw notTyping();
            case TYPING_WORDS, DONE ->
                throw new WormholeException(ErrorCode.ALREADY_CHOSE_NAMEPLATE, "the nameplate is already chosen");
        }
    }

    private void requireTypingWords() throws WormholeException {
        switch (state) {
            case TYPING_WORDS -> {}
            case IDLE -> throw notTyping();
            case TYPING_NAMEPLATE ->
                throw new WormholeException(
                        ErrorCode.MUST_CHOOSE_NAMEPLATE_FIRST, "the nameplate must be chosen before the words");
            case DONE -> throw new WormholeException(ErrorCode.ALREADY_CHOSE_WORDS, "the words are already chosen");
        }
    }

    private static WormholeException notTyping() {
        return new WormholeException(ErrorCode.USAGE, "code input has not begun");
    }
}
