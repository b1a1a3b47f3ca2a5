package wormhole.shell.interactive;

import java.io.OutputStream;
import java.util.List;

/** Where a person types lines and reads what jobs say. Lines are read by one thread; everything else may come from any. */
interface Screen {
    /** Shows a prompt and waits for a line of commands. */
    Typed readLine(String prompt);

    /** Shows a prompt and waits for the answer to a question, which is no command and not remembered. */
    Typed readAnswer(String prompt);

    /** The same for a question that asks for a code, which can be completed. */
    Typed readCode(String prompt);

    /** Writes whole lines, safe to show, above the line that is being typed. */
    void print(String text);

    /**
     * Where a job writes what was asked for; closing it gives out what has no line end yet.
     *
     * @param mark what a job's lines begin with where they stand among those of others
     */
    OutputStream output(String mark);

    /** Shows how jobs are, in place of what was shown before. */
    void status(List<StatusLine> lines);

    /** Says what Ctrl-C does while no line is typed; one that has been kept counts at once. */
    void onInterrupt(Runnable action);

    /** Nothing is in front: Ctrl-C is kept for what comes there next, or else forgotten with the next line. */
    void keepInterrupt();

    /** Whether a person is there, who sees what is asked before answering. */
    boolean isTerminal();
}
