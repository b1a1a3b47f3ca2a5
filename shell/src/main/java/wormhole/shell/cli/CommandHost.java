package wormhole.shell.cli;

import java.util.List;
import java.util.Map;
import wormhole.spi.OptionValues;
import wormhole.spi.UserInterface;
import wormhole.spi.WormholeException;

/** The program, as commands see it that run further command lines: scripts and the shell. */
public interface CommandHost {
    /**
     * Reads a command line. By one thread at a time.
     *
     * @param words without the program's name
     * @param inherited whose global options hold for this line too, unless it has its own
     * @param variables like environment variables, but stronger than those and than what is inherited
     */
    ParsedLine parse(List<String> words, OptionValues inherited, Map<String, String> variables)
            throws WormholeException;

    /** Runs a command within its time limit. From any thread; interrupting it cancels the command. */
    void run(ParsedLine.Run run, UserInterface ui) throws WormholeException;
}
