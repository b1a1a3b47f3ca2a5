package wormhole.shell.interactive;

import java.util.regex.Pattern;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;
import wormhole.shell.console.ProgressBar;

/** What stands out on the screen of the shell: the prompt, which job says something, and who waits for an answer. */
final class ShellColours {
    private static final Pattern MARK = Pattern.compile("^\\[[0-9]+\\]");
    /** What is not the job's name. */
    private static final Pattern DETAILS = Pattern.compile(" · .*$");

    private static final Pattern ASKS = Pattern.compile("asks: .*$");
    private static final Pattern PROMPT = Pattern.compile("^wormhole>");

    private static final AttributedStyle FAINT = AttributedStyle.DEFAULT.faint();
    private static final AttributedStyle CYAN = AttributedStyle.DEFAULT.foreground(AttributedStyle.CYAN);
    private static final AttributedStyle GREEN =
            AttributedStyle.DEFAULT.foreground(AttributedStyle.GREEN).faintOff();
    private static final AttributedStyle YELLOW =
            AttributedStyle.DEFAULT.foreground(AttributedStyle.YELLOW).faintOff();

    private final boolean colours;

    /** Colours, or none at all. */
    ShellColours(boolean colours) {
        this.colours = colours;
    }

    /** What a line is typed behind. */
    String prompt(String prompt) {
        if (!colours) {
            return prompt;
        }
        return new AttributedString(prompt)
                .styleMatches(PROMPT, GREEN.bold())
                .styleMatches(MARK, CYAN.bold())
                .toAnsi();
    }

    /** Lines of a job, or of nobody; they may have colours already. */
    String said(String text) {
        int end = text.indexOf(' ');
        boolean marked = end > 0 && MARK.matcher(text.substring(0, end)).matches();
        if (!colours || !marked) {
            return text;
        }
        return new AttributedString(text.substring(0, end), CYAN.bold()).toAnsi() + text.substring(end);
    }

    /** A line about how a job is. */
    AttributedString status(String line) {
        if (!colours) {
            return new AttributedString(line, FAINT);
        }
        // Nothing is bold here: the library forgets what is faint where that ends.
        return new AttributedString(line)
                .styleMatches(MARK, CYAN)
                .styleMatches(DETAILS, FAINT)
                .styleMatches(ProgressBar.DONE, GREEN)
                .styleMatches(ASKS, YELLOW);
    }
}
