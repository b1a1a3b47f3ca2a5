package wormhole.shell.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A tmux server of its own, which knows neither other ones nor this user's settings. */
final class Tmux implements AutoCloseable {
    private static final String SETTINGS = """
            set -g status off
            set -g remain-on-exit on
            set -g escape-time 0
            set -g set-clipboard on
            set -g allow-passthrough on
            """;
    private static final long PATIENCE_SECONDS = 20;

    private final Path folder;
    private final Map<String, String> environment;

    /**
     * A server that starts with its first window.
     *
     * @param folder for its socket; the path must be short
     * @param environment everything that it and the programs in it see
     */
    Tmux(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = environment;
    }

    /** Starts it with one window; {@code term} is what programs in it find in TERM. */
    void open(Path directory, int columns, int lines, String term, List<String> command) throws IOException {
        Files.writeString(folder.resolve("tmux.conf"), SETTINGS + "set -g default-terminal " + term + "\n");
        List<String> words = new ArrayList<>(List.of("new-session", "-d", "-c", directory.toString()));
        words.addAll(List.of("-x", String.valueOf(columns), "-y", String.valueOf(lines), "--"));
        words.addAll(command);
        run(words);
    }

    String run(String... words) throws IOException {
        return run(List.of(words));
    }

    private String run(List<String> words) throws IOException {
        List<String> command = new ArrayList<>(List.of("tmux", "-u", "-f", "tmux.conf", "-S", "tmux.socket"));
        command.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                // The server inherits it, and would keep a pipe open.
                .redirectOutput(folder.resolve("tmux.output").toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = output(process);
        if (process.exitValue() != 0) {
            throw new AssertionError("tmux " + words + ": " + output);
        }
        return output;
    }

    private String output(Process process) throws IOException {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("tmux does not answer");
            }
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        } finally {
            process.destroyForcibly();
        }
        return Files.readString(folder.resolve("tmux.output"), UTF_8);
    }

    @Override
    public void close() throws IOException {
        run("kill-server");
    }
}
