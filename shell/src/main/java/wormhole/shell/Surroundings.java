package wormhole.shell;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import wormhole.shell.console.JLineKeyboard;
import wormhole.shell.console.Keyboard;
import wormhole.shell.console.Terminals;

/**
 * Everything around the program that it may use.
 *
 * @param directory the working directory, absolute
 * @param output standard output, raw: what cannot be written must be noticed
 * @param keyboard used only if the terminals allow it
 * @param pluginFolders where plugins are looked for, apart from options
 */
public record Surroundings(
        Map<String, String> environment,
        Path directory,
        InputStream input,
        OutputStream output,
        PrintStream error,
        Terminals terminals,
        Keyboard keyboard,
        List<Path> pluginFolders) {

    public Surroundings {
        environment = Map.copyOf(environment);
        pluginFolders = List.copyOf(pluginFolders);
    }

    /** The same with other terminals and another standard input. */
    Surroundings with(Terminals otherTerminals, InputStream otherInput) {
        return new Surroundings(
                environment, directory, otherInput, output, error, otherTerminals, keyboard, pluginFolders);
    }

    /** Those of this process. */
    static Surroundings ofProcess() {
        Charset charset = Charset.forName(System.getProperty("native.encoding", "UTF-8"));
        return new Surroundings(
                System.getenv(),
                Path.of("").toAbsolutePath(),
                System.in,
                new FileOutputStream(FileDescriptor.out),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, charset),
                Terminals.ofProcess(),
                new JLineKeyboard(),
                PluginFolders.usual(System.getProperties(), System.getenv()));
    }
}
