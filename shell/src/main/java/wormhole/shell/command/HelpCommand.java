package wormhole.shell.command;

import java.nio.charset.StandardCharsets;
import java.util.List;
import wormhole.spi.Argument;
import wormhole.spi.Command;
import wormhole.spi.CommandSpec;
import wormhole.spi.Invocation;
import wormhole.spi.WormholeException;

/** Shows help. */
public final class HelpCommand implements Command {
    /** Where help comes from. */
    @FunctionalInterface
    public interface Source {
        /** The help of a command, given by its words; of the program, if there are none. */
        String help(List<String> words) throws WormholeException;
    }

    private final Source source;

    public HelpCommand(Source source) {
        this.source = source;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.named("help", "Show help on the program or on a command")
                .taking(Argument.optional("COMMAND", Argument.Kind.COMMAND, "The command.")
                        .repeated());
    }

    @Override
    public void run(Invocation invocation) throws WormholeException {
        String help = source.help(invocation.options().all("command"));
        Listing.write(invocation.ui().output(), help.getBytes(StandardCharsets.UTF_8));
    }
}
