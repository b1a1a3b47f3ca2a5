package wormhole.shell.interactive;

import java.util.ArrayList;
import java.util.List;

/** What was pasted, line by line: the terminal hands it over as one, however many lines it has. */
final class PastedLines {
    private static final char NO_QUOTE = 0;

    private final String text;
    private final List<String> lines = new ArrayList<>();
    private int begin;
    private int at;
    private char quote = NO_QUOTE;

    private PastedLines(String text) {
        this.text = text;
    }

    /** The lines of a text that are not blank. The end of a line within quotes, or after a backslash, belongs to a word. */
    static List<String> of(String text) {
        return text.indexOf('\n') < 0 ? List.of(text) : new PastedLines(text).split();
    }

    private List<String> split() {
        for (; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (quote != NO_QUOTE) {
                withinQuotes(letter);
            } else if (letter == '\\') {
                at++;
            } else if (letter == '\'' || letter == '"') {
                quote = letter;
            } else if (beginsComment()) {
                at = Math.max(at, endOfLine() - 1);
            } else if (letter == '\n') {
                endLine();
            }
        }
        at = text.length();
        endLine();
        return lines;
    }

    private void withinQuotes(char letter) {
        if (letter == quote) {
            quote = NO_QUOTE;
        } else if (letter == '\\' && quote == '"') {
            at++;
        }
    }

    private boolean beginsComment() {
        return text.charAt(at) == '#' && (at == begin || Character.isWhitespace(text.charAt(at - 1)));
    }

    private int endOfLine() {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    private void endLine() {
        String line = text.substring(begin, at);
        if (!line.isBlank()) {
            lines.add(line);
        }
        begin = at + 1;
    }
}
