package wormhole.shell;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
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
     * @param arguments the folder of the plugins, the folder to write to, and one for packed manual pages, as Debian wants them
     */
    public static void main(String[] arguments) throws IOException {
        Path plugins = Path.of(arguments[0]);
        Path target = Path.of(arguments[1]);
        completions(plugins, Files.createDirectories(target.resolve("completions")));
        manual(
                plugins,
                Files.createDirectories(target.resolve("man/man1")),
                Files.createDirectories(Path.of(arguments[2]).resolve("man1")));
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

    private static void manual(Path plugins, Path folder, Path packed) throws IOException {
        List<CommandSpec> specs = Program.commands(surroundings(plugins, OutputStream.nullOutputStream())).stream()
                .map(Command::spec)
                .toList();
        String version = ClientVersion.text();
        Map<String, String> pages = new TreeMap<>();
        pages.put("wormhole.1", ManualPage.ofProgram(specs, version));
        specs.forEach(spec -> pages.put(ManualPage.title(spec) + ".1", ManualPage.of(spec, version)));
        for (Map.Entry<String, String> page : pages.entrySet()) {
            Files.writeString(folder.resolve(page.getKey()), page.getValue());
            Files.write(packed.resolve(page.getKey() + ".gz"), gzip(page.getValue()));
        }
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
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
