package wormhole.shell.interactive;

import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wormhole.engine.WormholeSettings;
import wormhole.shell.cli.CommandTree;
import wormhole.shell.cli.GlobalOptions;
import wormhole.shell.cli.LineParser;
import wormhole.shell.cli.ParsedLine;
import wormhole.spi.Application;
import wormhole.spi.CodeChoice;
import wormhole.spi.Command;
import wormhole.spi.Dialogue;
import wormhole.spi.Invocation;
import wormhole.spi.OptionValues;
import wormhole.spi.UserInterface;
import wormhole.spi.WormholeException;

/** A program with commands for tests, parsed like those of the real one. */
record TestHost(List<Command> commands, LineParser parser, Path directory, Map<String, String> environment)
        implements ShellHost {
    static TestHost with(List<Command> more, Path directory) {
        List<Command> commands = new ArrayList<>(TestCommands.all());
        commands.addAll(more);
        return new TestHost(
                commands,
                new LineParser(CommandTree.of(commands), directory, false),
                directory,
                Map.of("XDG_STATE_HOME", directory.resolve("state").toString()));
    }

    @Override
    public ParsedLine parse(List<String> words, OptionValues inherited, Map<String, String> variables)
            throws WormholeException {
        return parser.parse(
                words,
                List.of((command, option) -> GlobalOptions.ALL.contains(option)
                        ? Optional.of(inherited.all(option.key())).filter(values -> !values.isEmpty())
                        : Optional.empty()));
    }

    @Override
    public void run(ParsedLine.Run run, UserInterface ui) throws WormholeException {
        run.command().run(new Call(run.values(), ui, directory));
    }

    @Override
    public String describe(WormholeException failure, boolean verbose) {
        return "wormhole: " + failure.messageText()
                + failure.hint().map(hint -> "\n" + hint).orElse("");
    }

    /** Nobody listens on port 1. */
    @Override
    public WormholeSettings settings(ParsedLine.Run run) {
        return WormholeSettings.forApp("example.com/test").withMailboxServer(URI.create("ws://127.0.0.1:1/v1"));
    }

    @Override
    public boolean colours() {
        return false;
    }

    private record Call(OptionValues options, UserInterface ui, Path directory) implements Invocation {
        @Override
        public InputStream input() {
            return new NoInput();
        }

        @Override
        public void converse(Application application, CodeChoice code, Dialogue dialogue) {
            throw new UnsupportedOperationException("no command of a test talks to anybody");
        }
    }
}
