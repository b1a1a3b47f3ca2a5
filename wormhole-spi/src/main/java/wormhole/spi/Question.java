package wormhole.spi;

import java.util.List;

/**
 * Something only the person at this side can decide.
 *
 * @param id names the question for programs, {@code [a-z][a-z0-9-]*}
 * @param text one line for people; text from the peer is escaped by whoever shows it
 * @param choices the answers allowed, the first the one taken when only Enter is pressed; empty for free text
 */
public record Question(String id, String text, List<String> choices) {
    public static final String YES = "yes";
    public static final String NO = "no";

    public Question {
        choices = List.copyOf(choices);
    }

    /** A question whose safe answer, taken on Enter, is no. */
    public static Question yesOrNo(String id, String text) {
        return new Question(id, text, List.of(NO, YES));
    }

    /** A question whose harmless answer, taken on Enter, is yes. */
    public static Question yesByDefault(String id, String text) {
        return new Question(id, text, List.of(YES, NO));
    }

    public static Question free(String id, String text) {
        return new Question(id, text, List.of());
    }
}
