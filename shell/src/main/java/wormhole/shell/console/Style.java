package wormhole.shell.console;

import java.util.regex.Pattern;

/** How text is made to stand out, if at all. */
public final class Style {
    public static final Style PLAIN = new Style(false);

    private static final String RED = "\u001b[1;31m";
    private static final String GREEN = "\u001b[32m";
    private static final String BOLD_GREEN = "\u001b[1;32m";
    private static final String NORMAL = "\u001b[0m";

    private final boolean colours;

    public Style(boolean colours) {
        this.colours = colours;
    }

    /** Text that nobody should miss. */
    public String alarm(String text) {
        return in(RED, text);
    }

    /** What the person has to tell another. */
    public String code(String text) {
        return in(BOLD_GREEN, text);
    }

    /** A text in which a progress bar may stand, whose done part is marked. */
    public String progress(String text) {
        Pattern done = ProgressBar.DONE;
        return done.matcher(text).replaceFirst(match -> in(GREEN, match.group()));
    }

    private String in(String colour, String text) {
        return colours ? colour + text + NORMAL : text;
    }
}
