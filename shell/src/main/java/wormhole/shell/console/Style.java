package wormhole.shell.console;

/** How text is made to stand out, if at all. */
public final class Style {
    private static final String RED = "\u001b[1;31m";
    private static final String PLAIN = "\u001b[0m";

    private final boolean colours;

    public Style(boolean colours) {
        this.colours = colours;
    }

    /** Text that nobody should miss. */
    public String alarm(String text) {
        return colours ? RED + text + PLAIN : text;
    }
}
