package wormhole.shell.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The built distribution, run as people run it: through its launcher, without a terminal. Kills what it started. */
public final class Installed implements AutoCloseable {
    public static final Path HOME = Path.of(System.getProperty("wormhole.distribution"));

    private static final long PATIENCE_SECONDS = 60;

    /** Starts a command that hears Ctrl-C, also where the build does not: shells keep it from what they run in the background. */
    private static final List<String> ATTENTIVE = attentive("env", "--default-signal=INT,HUP");

    private final Path home;
    private final Path folder;
    private final List<Process> processes = new ArrayList<>();
    private final Map<String, String> environment;

    /**
     * The distribution in a folder of the test.
     *
     * @param environment what all processes get, besides what they need to run at all
     */
    public Installed(Path folder, Map<String, String> environment) {
        this(HOME, folder, environment);
    }

    /** What another package put into another place. */
    Installed(Path home, Path folder, Map<String, String> environment) {
        this.home = home;
        this.folder = folder;
        this.environment = environment;
    }

    /** The words, if this system knows them; otherwise none. */
    private static List<String> attentive(String... words) {
        List<String> trial = new ArrayList<>(List.of(words));
        trial.add("true");
        try {
            return new ProcessBuilder(trial).start().waitFor() == 0 ? List.of(words) : List.of();
        } catch (IOException e) {
            return List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    /** A run that has begun; its streams go to files. */
    public record Run(Process process, Path output, Path error) {
        /** Waits for the end and gives the exit status. */
        public int status() throws InterruptedException {
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .as("ends")
                    .isTrue();
            return process.exitValue();
        }

        public String outputText() throws IOException {
            return Files.readString(output);
        }

        public String errorText() throws IOException {
            return Files.readString(error);
        }
    }

    public Run start(String... words) throws IOException {
        return startIn(folder, words);
    }

    Run startIn(Path directory, String... words) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(home.resolve("bin/wormhole").toString()));
        command.addAll(List.of(words));
        return start(new ProcessBuilder(command).directory(directory.toFile()));
    }

    public Run start(ProcessBuilder builder) throws IOException {
        Path output = folder.resolve(processes.size() + ".output");
        Path error = folder.resolve(processes.size() + ".error");
        List<String> command = new ArrayList<>(ATTENTIVE);
        command.addAll(builder.command());
        builder.command(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("WORMHOLE_"));
        builder.environment().put("WORMHOLE_JAVA_OPTS", "-XX:TieredStopAtLevel=1");
        builder.environment().put("WORMHOLE_NO_CACHE", "1");
        builder.environment().putAll(environment);
        if (builder.redirectInput().equals(ProcessBuilder.Redirect.PIPE)) {
            builder.redirectInput(Path.of("/dev/null").toFile());
        }
        Process process = builder.redirectOutput(output.toFile())
                .redirectError(error.toFile())
                .start();
        processes.add(process);
        return new Run(process, output, error);
    }

    /** Waits for a line of a file that begins so, and gives its rest. */
    public static String awaitLine(Run run, Path file, String beginning) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < deadline) {
            boolean ended = !run.process().isAlive();
            for (String line : Files.readString(file).split("\n", -1)) {
                if (line.startsWith(beginning)) {
                    return line.substring(beginning.length());
                }
            }
            assertThat(ended)
                    .as("ended without '%s': %s", beginning, run.errorText())
                    .isFalse();
            TimeUnit.MILLISECONDS.sleep(20);
        }
        throw new AssertionError("no '" + beginning + "' in time: " + run.errorText());
    }

    @Override
    public void close() {
        for (Process process : processes) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
