package wormhole.shell.interactive;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jline.reader.EOFError;
import org.jline.reader.Parser;
import org.jline.reader.impl.DefaultParser;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;

/** Splits a line into words: quotes and backslashes keep spaces, {@code #} begins a comment, {@code ~/} is the home folder. */
final class Words {
    private static final String PROGRAM = "wormhole";

    private Words() {}

    /** What reads lines, for completion too. */
    static DefaultParser parser() {
        return new DefaultParser();
    }

    /** The words of a whole line; the program's name, which is often pasted along, is dropped. */
    static List<String> of(String line, String home) throws WormholeException {
        List<String> words = new ArrayList<>();
        for (String word : split(line)) {
            if (word.startsWith("#")) {
                break;
            }
            words.add(word.startsWith("~/") ? Path.of(home, word.substring(2)).toString() : word);
        }
        return words.size() > 1 && words.get(0).equals(PROGRAM) ? words.subList(1, words.size()) : words;
    }

    private static List<String> split(String line) throws WormholeException {
        String stripped = line.strip();
        if (stripped.isEmpty()) {
            return List.of();
        }
        try {
            return parser().parse(stripped, stripped.length(), Parser.ParseContext.ACCEPT_LINE)
                    .words();
        } catch (EOFError e) {
            throw new WormholeException(ErrorCode.USAGE, "a quote or a backslash has nothing behind it", e)
                    .withHint("Close the quote, or put a backslash before it.");
        }
    }
}
