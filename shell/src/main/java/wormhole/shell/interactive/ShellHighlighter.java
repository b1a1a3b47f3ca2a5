package wormhole.shell.interactive;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** Shows in colours, while a line is typed, which commands and options are known. */
final class ShellHighlighter implements Highlighter {
    private static final Pattern WORD = Pattern.compile("\\s+|(?:\"(?:[^\"\\\\]|\\\\.)*\"?|'[^']*'?|\\\\.|[^\\s\"'])+");
    private static final AttributedStyle KNOWN = AttributedStyle.BOLD;
    private static final AttributedStyle UNKNOWN = AttributedStyle.DEFAULT.foreground(AttributedStyle.RED);
    private static final AttributedStyle OPTION = AttributedStyle.DEFAULT.foreground(AttributedStyle.CYAN);
    private static final AttributedStyle QUOTED = AttributedStyle.DEFAULT.foreground(AttributedStyle.YELLOW);

    private final CommandIndex index;

    ShellHighlighter(CommandIndex index) {
        this.index = index;
    }

    @Override
    public AttributedString highlight(LineReader reader, String line) {
        AttributedStringBuilder shown = new AttributedStringBuilder();
        List<String> words = new ArrayList<>();
        Matcher pieces = WORD.matcher(line);
        int end = 0;
        while (pieces.find()) {
            String piece = pieces.group();
            if (piece.isBlank()) {
                shown.append(piece);
            } else {
                words.add(piece);
                shown.styled(style(words, pieces.end() == line.length()), piece);
            }
            end = pieces.end();
        }
        return shown.append(line.substring(end)).toAttributedString();
    }

    /** The style of the last word. */
    private AttributedStyle style(List<String> words, boolean beingTyped) {
        String word = words.get(words.size() - 1);
        Optional<CommandIndex.Found> command = index.find(words);
        if (words.size() == 1) {
            return first(word, beingTyped);
        }
        if (command.isPresent() && command.get().words() == words.size()) {
            return KNOWN;
        }
        if (word.startsWith("-") && word.length() > 1 && command.isPresent()) {
            return option(command.get(), word.replaceFirst("=.*", ""), beingTyped);
        }
        return word.startsWith("\"") || word.startsWith("'") ? QUOTED : AttributedStyle.DEFAULT;
    }

    private AttributedStyle first(String word, boolean beingTyped) {
        if (index.isFirstWord(word) || word.equals("wormhole")) {
            return KNOWN;
        }
        boolean begun = index.firstWords().keySet().stream().anyMatch(known -> known.startsWith(word));
        return (beingTyped && begun) || word.startsWith("#") ? AttributedStyle.DEFAULT : UNKNOWN;
    }

    private static AttributedStyle option(CommandIndex.Found command, String name, boolean beingTyped) {
        if (name.equals("--help") || name.equals("-h") || command.option(name).isPresent()) {
            return OPTION;
        }
        boolean begun = command.options().stream()
                .flatMap(option -> CommandIndex.spelled(option).stream())
                .anyMatch(known -> known.startsWith(name));
        boolean cluster = !name.startsWith("--");
        return cluster || (beingTyped && begun) ? AttributedStyle.DEFAULT : UNKNOWN;
    }
}
