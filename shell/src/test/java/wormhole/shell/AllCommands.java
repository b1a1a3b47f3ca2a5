package wormhole.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import wormhole.shell.console.Terminals;
import wormhole.shell.testing.TypedLines;
import wormhole.spi.Command;

/** Every command of the program with the plugins that it comes with, to be looked at. */
final class AllCommands {
    private AllCommands() {}

    static List<Command> list() throws IOException {
        return Program.commands(new Surroundings(
                Map.of("XDG_CONFIG_DIRS", "/nowhere"),
                Path.of("").toAbsolutePath(),
                InputStream.nullInputStream(),
                OutputStream.nullOutputStream(),
                new PrintStream(OutputStream.nullOutputStream()),
                Terminals.NONE,
                new TypedLines(),
                List.of(Path.of("target", "plugins"))));
    }
}
