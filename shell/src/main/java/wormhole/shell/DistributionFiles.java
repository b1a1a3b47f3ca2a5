package wormhole.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import wormhole.engine.ClientVersion;
import wormhole.shell.console.JLineKeyboard;
import wormhole.shell.console.Terminals;
import wormhole.shell.manual.ManualPage;
import wormhole.spi.Command;
import wormhole.spi.CommandSpec;

/** Writes what a distribution has besides jars: completions and manual pages. Run by the build. */
final class DistributionFiles {
    private DistributionFiles() {}

    /**
     * Writes them.
     *
     * @param arguments the folder of the plugins, and the folder to write to
     */
    public static void main(String[] arguments) throws IOException {
        Path plugins = Path.of(arguments[0]);
        Path target = Path.of(arguments[1]);
        completions(plugins, Files.createDirectories(target.resolve("completions")));
        manual(plugins, Files.createDirectories(target.resolve("man/man1")));
    }

    private static void completions(Path plugins, Path folder) throws IOException {
        for (Map.Entry<String, String> file : Map.of("bash", "wormhole", "zsh", "_wormhole", "fish", "wormhole.fish")
                .entrySet()) {
            try (OutputStream output = Files.newOutputStream(folder.resolve(file.getValue()))) {
                int status = new Program(surroundings(plugins, output)).run(List.of("completion", file.getKey()));
                if (status != ExitCode.DONE) {
                    throw new IOException("no completions for " + file.getKey());
                }
            }
        }
    }

    private static void manual(Path plugins, Path folder) throws IOException {
        List<CommandSpec> specs = Program.commands(surroundings(plugins, OutputStream.nullOutputStream())).stream()
                .map(Command::spec)
                .toList();
        String version = ClientVersion.text();
        Files.writeString(folder.resolve("wormhole.1"), ManualPage.ofProgram(specs, version));
        for (CommandSpec spec : specs) {
            Files.writeString(folder.resolve(ManualPage.title(spec) + ".1"), ManualPage.of(spec, version));
        }
    }

    private static Surroundings surroundings(Path plugins, OutputStream output) {
        return new Surroundings(
                Map.of("XDG_CONFIG_DIRS", "/nowhere"),
                Path.of("").toAbsolutePath(),
                InputStream.nullInputStream(),
                output,
                new PrintStream(output, true, StandardCharsets.UTF_8),
                Terminals.NONE,
                new JLineKeyboard(),
                List.of(plugins));
    }
}
