package wormhole.shell.script;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;

/**
 * One line of a script or of the interactive shell, read as a system's shell reads it: words between blanks; {@code '...'}
 * as it stands; {@code "..."} with variables; {@code \} before what is to be taken as it stands; {@code $name} or
 * <code>${name}</code> anywhere else, which stays one word whatever it holds; {@code ~/} at the beginning of a word for the
 * home folder; {@code #} for a comment where a word could begin; {@code &} at the end for the background.
 */
public record ScriptLine(List<String> words, boolean background) {
    /** Where the values of variables come from. */
    @FunctionalInterface
    public interface Lookup {
        String value(String name) throws WormholeException;
    }

    private static final String HOME = "~/";
    /** In all of a line; 'set a $a$a' can be written many times. */
    private static final int MOST_IN_VARIABLES = 4 << 20;

    private static final Pattern VARIABLE = Pattern.compile("\\$(?:\\{([A-Za-z_]\\w*)}|([A-Za-z_]\\w*))");

    /**
     * Reads a line.
     *
     * @param home the folder that {@code ~/} stands for
     */
    public static ScriptLine read(String line, Lookup variables, String home) throws WormholeException {
        return new Reader(line, variables, home).read();
    }

    /** Without the words, which may hold a code. */
    @Override
    public String toString() {
        return "ScriptLine[" + words.size() + " words]";
    }

    /** The place in a line. */
    private static final class Reader {
        private final String line;
        private final Lookup variables;
        private final String home;
        private final List<String> words = new ArrayList<>();
        private int at;
        private int room = MOST_IN_VARIABLES;

        Reader(String line, Lookup variables, String home) {
            this.line = line;
            this.variables = variables;
            this.home = home;
        }

        ScriptLine read() throws WormholeException {
            boolean background = false;
            skipBlanks();
            while (!isAtEnd()) {
                if (background) {
                    throw bad("'&' must be the last thing in the line", "Put it into quotes if it is meant as a text.");
                }
                if (isBackgroundMark()) {
                    background = true;
                    at++;
                } else {
                    words.add(word());
                }
                skipBlanks();
            }
            if (background && words.isEmpty()) {
                throw bad("there is no command before '&'", "Remove the '&'.");
            }
            return new ScriptLine(List.copyOf(words), background);
        }

        private void skipBlanks() {
            while (at < line.length() && isBlank(line.charAt(at))) {
                at++;
            }
        }

        private static boolean isBlank(char letter) {
            return letter == ' ' || letter == '\t';
        }

        private boolean isAtEnd() {
            return at >= line.length() || line.charAt(at) == '#';
        }

        /** A mark stands alone: a URL may have the same letter in it. */
        private boolean isBackgroundMark() {
            return line.charAt(at) == '&' && (at + 1 == line.length() || isBlank(line.charAt(at + 1)));
        }

        private String word() throws WormholeException {
            StringBuilder word = new StringBuilder();
            if (line.startsWith(HOME, at)) {
                word.append(home);
                at++;
            }
            while (at < line.length() && !isBlank(line.charAt(at))) {
                char letter = line.charAt(at);
                switch (letter) {
                    case '\'' -> literal(word);
                    case '"' -> quoted(word);
                    case '\\' -> escaped(word);
                    case '$' -> variable(word);
                    default -> {
                        word.append(letter);
                        at++;
                    }
                }
            }
            return word.toString();
        }

        private void literal(StringBuilder word) throws WormholeException {
            int end = line.indexOf('\'', at + 1);
            if (end < 0) {
                throw unclosed('\'');
            }
            word.append(line, at + 1, end);
            at = end + 1;
        }

        private void quoted(StringBuilder word) throws WormholeException {
            at++;
            while (at < line.length() && line.charAt(at) != '"') {
                char letter = line.charAt(at);
                if (letter == '$') {
                    variable(word);
                } else if (letter == '\\' && at + 1 < line.length() && "\"\\$".indexOf(line.charAt(at + 1)) >= 0) {
                    escaped(word);
                } else {
                    word.append(letter);
                    at++;
                }
            }
            if (at == line.length()) {
                throw unclosed('"');
            }
            at++;
        }

        private void escaped(StringBuilder word) throws WormholeException {
            if (at + 1 == line.length()) {
                throw bad("there is nothing after the '\\'", "Write '\\\\' for a backslash.");
            }
            word.append(line.charAt(at + 1));
            at += 2;
        }

        private void variable(StringBuilder word) throws WormholeException {
            Matcher match = VARIABLE.matcher(line).region(at, line.length());
            if (match.lookingAt()) {
                String value = variables.value(match.group(1) == null ? match.group(2) : match.group(1));
                room -= value.length();
                if (room < 0) {
                    throw bad("the values of its variables are too long", "Put what is so long into a file.");
                }
                word.append(value);
                at = match.end();
            } else {
                word.append('$');
                at++;
            }
        }

        private static WormholeException unclosed(char quote) {
            return bad("the " + quote + " has no end", "Close it, or write \\" + quote + " for the letter itself.");
        }

        private static WormholeException bad(String what, String cure) {
            return new WormholeException(ErrorCode.USAGE, what).withHint(cure);
        }
    }
}
