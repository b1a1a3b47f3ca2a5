package wormhole.shell.interactive;

/**
 * What came of reading a line.
 *
 * @param text the line, or what was there of it
 */
record Typed(Kind kind, String text) {
    enum Kind {
        LINE,
        /** Ctrl-C. */
        CANCELLED,
        /** Ctrl-D, or the end of the pipe. */
        END,
        /** The system wants the program to stop. */
        STOPPED
    }

    static Typed line(String text) {
        return new Typed(Kind.LINE, text);
    }

    /** Without the text, which may hold a code. */
    @Override
    public String toString() {
        return "Typed[" + kind + "]";
    }
}
