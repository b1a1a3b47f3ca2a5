package wormhole.shell.interactive;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import wormhole.engine.WormholeSettings;
import wormhole.shell.cli.CommandHost;
import wormhole.shell.cli.ParsedLine;
import wormhole.spi.Command;
import wormhole.spi.WormholeException;

/** The program around the shell: the same commands, parsed and run as from a command line. */
public interface ShellHost extends CommandHost {
    /** Makes one whose commands are those of the program and some more. */
    interface Factory {
        /**
         * Makes a host.
         *
         * @param more the shell's own commands
         */
        ShellHost with(List<Command> more, Look look) throws WormholeException;
    }

    /**
     * How things are shown.
     *
     * @param terminal whether a person looks at it
     * @param colours whether there may be some, as far as the command line says
     */
    record Look(boolean terminal, boolean colours) {}

    /** All commands, the shell's own included. */
    List<Command> commands();

    /** The names by which plugins are known now. */
    default List<String> plugins() {
        return List.of();
    }

    /** What went wrong, in lines that are safe to show. */
    String describe(WormholeException failure, boolean verbose);

    /** Where the wormholes of a command would meet. */
    WormholeSettings settings(ParsedLine.Run run) throws WormholeException;

    /** Whether to show colours, after all. */
    boolean colours();

    Map<String, String> environment();

    /** The working directory, absolute. */
    Path directory();
}
