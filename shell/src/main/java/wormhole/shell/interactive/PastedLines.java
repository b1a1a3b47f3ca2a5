package wormhole.shell.interactive;

import java.util.ArrayList;
import java.util.List;

/** What was pasted, line by line: the terminal hands it over as one, however many lines it has. */
final class PastedLines {
    private static final char NO_QUOTE = 0;

    private final String text;
    private final List<String> lines = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private int at;
    private char quote = NO_QUOTE;

    private PastedLines(String text) {
        this.text = text;
    }

    /**
     * The lines of a text that are not blank, as a system's shell reads them: the end of a line within quotes belongs to a word,
     * and one after a backslash to nothing. With a quote that is never closed, each line is one.
     */
    static List<String> of(String text) {
        return text.indexOf('\n') < 0 ? List.of(text) : new PastedLines(text).split();
    }

    private List<String> split() {
        for (; at < text.length(); at++) {
            take(text.charAt(at));
        }
        if (quote != NO_QUOTE) {
            return text.lines().filter(each -> !each.isBlank()).toList();
        }
        endLine();
        return lines;
    }

    private void take(char letter) {
        if (letter == '\\' && quote != '\'') {
            takeEscaped();
        } else if (quote != NO_QUOTE) {
            quote = letter == quote ? NO_QUOTE : quote;
            line.append(letter);
        } else if (letter == '\n') {
            endLine();
        } else if (letter == '#' && isBetweenWords()) {
            takeComment();
        } else {
            quote = letter == '\'' || letter == '"' ? letter : NO_QUOTE;
            line.append(letter);
        }
    }

    private void takeEscaped() {
        at++;
        if (at == text.length()) {
            line.append('\\');
        } else if (text.charAt(at) != '\n') {
            line.append('\\').append(text.charAt(at));
        }
    }

    private boolean isBetweenWords() {
        return line.isEmpty() || Character.isWhitespace(line.charAt(line.length() - 1));
    }

    private void takeComment() {
        int end = text.indexOf('\n', at);
        int last = (end < 0 ? text.length() : end) - 1;
        line.append(text, at, last + 1);
        at = last;
    }

    private void endLine() {
        if (!line.toString().isBlank()) {
            lines.add(line.toString());
        }
        line.setLength(0);
    }
}
