package wormhole.shell;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import wormhole.shell.console.Terminals;
import wormhole.shell.testing.TypedLines;

/** Runs the program in this process, with streams that are remembered. Begin with {@link #inEmptySurroundings}. */
final class ProgramRun {
    /** What came of it. */
    record Result(int status, String output, String error) {}

    private final Map<String, String> environment = new HashMap<>();
    private final List<Path> pluginFolders = new ArrayList<>();
    private Path directory = Path.of("").toAbsolutePath();
    private Terminals terminals = Terminals.NONE;
    private TypedLines keyboard = new TypedLines();
    private byte[] input = {};
    private boolean diskIsFull;
    private String awaited = "";
    private Consumer<String> reaction = told -> {};

    /** Without terminal, plugins, variables and input. */
    static ProgramRun inEmptySurroundings() {
        return new ProgramRun();
    }

    /** With the built-in plugins, as the build left them. */
    ProgramRun withPlugins() {
        pluginFolders.add(Path.of("target", "plugins"));
        return this;
    }

    ProgramRun withVariable(String name, String value) {
        environment.put(name, value);
        return this;
    }

    ProgramRun inDirectory(Path path) {
        directory = path;
        return this;
    }

    ProgramRun withInput(byte[] bytes) {
        input = bytes.clone();
        return this;
    }

    /** Nothing can be written to standard output. */
    ProgramRun withFullDisk() {
        diskIsFull = true;
        return this;
    }

    ProgramRun onTerminal(String... typed) {
        terminals = new Terminals(true, true, true);
        keyboard = new TypedLines(typed);
        return this;
    }

    /** Does something at the moment when a text has been told. */
    ProgramRun whenTold(String text, Runnable then) {
        return whenTold(text, told -> then.run());
    }

    /** Does something with all that has been told, at the moment when a text has. */
    ProgramRun whenTold(String text, Consumer<String> then) {
        awaited = text;
        reaction = then;
        return this;
    }

    Result run(String... words) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        ByteArrayOutputStream error = new Watched();
        Surroundings surroundings = new Surroundings(
                environment,
                directory,
                new ByteArrayInputStream(input),
                diskIsFull ? new FullDisk() : output,
                new PrintStream(error, true, StandardCharsets.UTF_8),
                terminals,
                keyboard,
                pluginFolders);
        int status = new Program(surroundings).run(List.of(words));
        return new Result(status, output.toString(StandardCharsets.UTF_8), error.toString(StandardCharsets.UTF_8));
    }

    private static final class FullDisk extends OutputStream {
        @Override
        public void write(int b) throws IOException {
            throw new IOException("No space left on device");
        }
    }

    /** Standard error, with somebody who reads along. */
    private final class Watched extends ByteArrayOutputStream {
        private boolean seen;

        @Override
        public synchronized void write(byte[] bytes, int offset, int length) {
            super.write(bytes, offset, length);
            if (!seen && !awaited.isEmpty() && toString(StandardCharsets.UTF_8).contains(awaited)) {
                seen = true;
                reaction.accept(toString(StandardCharsets.UTF_8));
            }
        }
    }
}
