package wormhole.shell.console;

/** Which of the standard streams are terminals. */
public record Terminals(boolean input, boolean output, boolean error) {
    /** No terminal at all: a script, a pipe, a job. */
    public static final Terminals NONE = new Terminals(false, false, false);

    private static final String PROPERTY = "wormhole.terminals";

    /** As the launcher found out, since Java can't tell; started without it, none. */
    public static Terminals ofProcess() {
        String streams = System.getProperty(PROPERTY, "");
        return new Terminals(streams.contains("0"), streams.contains("1"), streams.contains("2"));
    }

    /** Whether a person can be asked: one who sees the question and can type an answer. */
    public boolean canAsk() {
        return input && error;
    }
}
