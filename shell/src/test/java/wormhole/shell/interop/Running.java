package wormhole.shell.interop;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A process of the suite and what it wrote. Closing it ends it, and those that it started. */
final class Running implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String name;
    private final Process process;
    private final Object changed = new Object();
    private final Transcript output;
    private final Transcript errors;

    private Running(String name, Process process) {
        this.name = name;
        this.process = process;
        this.output = new Transcript(process.getInputStream(), changed);
        this.errors = new Transcript(process.getErrorStream(), changed);
    }

    /** Starts a command in a folder, which is also its home, with nothing of this user's settings. */
    static Running start(String name, Path folder, List<String> command) throws IOException {
        return start(name, folder, command, Map.of());
    }

    /** The same, with a home of its own. */
    static Running start(String name, Path folder, Path home, List<String> command) throws IOException {
        return start(name, folder, home, command, Map.of());
    }

    /** The same, with some variables of the environment. */
    static Running start(String name, Path folder, List<String> command, Map<String, String> variables)
            throws IOException {
        return start(name, folder, Files.createDirectories(Bench.WORK.resolve("home")), command, variables);
    }

    private static Running start(
            String name, Path folder, Path home, List<String> command, Map<String, String> variables)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().keySet().removeIf(key -> key.startsWith("WORMHOLE_") || key.startsWith("XDG_"));
        builder.environment().put("HOME", home.toString());
        // Homes come and go, what can be cached stays.
        builder.environment()
                .put("XDG_CACHE_HOME", Bench.WORK.resolve("home/.cache").toString());
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("PYTHONUNBUFFERED", "1");
        builder.environment().putAll(variables);
        return new Running(name, builder.start());
    }

    /** Types something, and leaves the input open for more. */
    void type(String text) throws IOException {
        OutputStream input = process.getOutputStream();
        input.write(text.getBytes(StandardCharsets.UTF_8));
        input.flush();
    }

    /** Ends the input. */
    void endInput() throws IOException {
        process.getOutputStream().close();
    }

    /** Waits until the first group of the pattern stands in either stream. */
    String await(Pattern pattern) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        synchronized (changed) {
            while (true) {
                for (Transcript transcript : List.of(output, errors)) {
                    Matcher matcher = transcript.matcher(pattern);
                    if (matcher.find()) {
                        return matcher.group(1);
                    }
                }
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0 || (output.isEnded() && errors.isEnded())) {
                    throw new AssertionError("never saw " + pattern + " in\n" + log());
                }
                changed.wait(left);
            }
        }
    }

    /** Waits for its end and gives its exit code. */
    int exitCode() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("does not end:\n" + log());
        }
        return process.exitValue();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Kills it in the middle of its work, as a crash would. */
    void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** Its whole standard output, once the process and its streams have ended. */
    String output() throws InterruptedException {
        synchronized (changed) {
            while (!output.isEnded()) {
                changed.wait();
            }
        }
        return output.text();
    }

    /** Everything known about it, for a failure's text. */
    String log() {
        String state = process.isAlive() ? "running" : "exit code " + process.exitValue();
        return "--- " + name + " (" + state + ")\n" + output.text() + "\n--- its errors\n" + errors.text() + "\n";
    }

    @Override
    public void close() {
        kill();
    }
}
