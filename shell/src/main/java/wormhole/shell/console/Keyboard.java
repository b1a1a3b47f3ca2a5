package wormhole.shell.console;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import wormhole.spi.WormholeException;

/** Where a person types. */
public interface Keyboard {
    /** Completes nothing. */
    Function<String, SortedSet<String>> NO_COMPLETION = typed -> new TreeSet<>();

    /**
     * Shows a prompt and reads a line; interruptible.
     *
     * @param completions for what is typed so far, the whole texts it can become
     * @return the line without its end
     * @throws WormholeException {@link wormhole.spi.ErrorCode#NO_ANSWER} at the end of input
     */
    String readLine(String prompt, Function<String, SortedSet<String>> completions) throws WormholeException;
}
