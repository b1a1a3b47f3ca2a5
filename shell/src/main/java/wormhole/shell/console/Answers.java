package wormhole.shell.console;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import wormhole.spi.Question;
import wormhole.spi.text.Printable;

/** What may be answered to a question, shown and understood. */
public final class Answers {
    private Answers() {}

    /** The question in one line, with its choices behind it; the one that Enter takes stands in capitals. */
    public static String prompt(Question question) {
        return Printable.line(question.text()) + choices(question.choices());
    }

    private static String choices(List<String> choices) {
        if (choices.isEmpty()) {
            return "";
        }
        if (choices.size() == 2 && choices.containsAll(List.of(Question.YES, Question.NO))) {
            return choices.get(0).equals(Question.YES) ? " [Y/n]" : " [y/N]";
        }
        String others = String.join("/", choices.subList(1, choices.size()));
        return " [" + choices.get(0).toUpperCase(Locale.ROOT) + "/" + others + "]";
    }

    /** What was typed, or the choice that begins with it; none if that can't be told. */
    public static Optional<String> understood(Question question, String typed) {
        if (question.choices().isEmpty()) {
            return Optional.of(typed);
        }
        String begun = typed.toLowerCase(Locale.ROOT);
        return question.choices().stream()
                .filter(choice -> choice.startsWith(begun))
                .findFirst();
    }
}
