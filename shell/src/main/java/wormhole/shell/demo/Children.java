package wormhole.shell.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Further runs of this very program, each in a process of its own. None outlives this object. */
final class Children implements AutoCloseable {
    /** Short runs gain nothing from the optimising compiler, and six of them together lose by it. */
    private static final List<String> JVM_OPTIONS =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto");

    private final List<String> globalOptions;
    private final List<Process> processes = new CopyOnWriteArrayList<>();

    /**
     * Prepares children.
     *
     * @param globalOptions given to each
     */
    Children(List<String> globalOptions) {
        this.globalOptions = List.copyOf(globalOptions);
    }

    /** A child to be started, without standard input. */
    ProcessBuilder prepare(Path directory, List<String> words) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM_OPTIONS);
        String home = System.getProperty("wormhole.home");
        if (home != null) {
            command.add("-Dwormhole.home=" + home);
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "wormhole.shell.Main"));
        command.addAll(globalOptions);
        command.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("WORMHOLE_"));
        return builder;
    }

    Process start(ProcessBuilder builder) throws IOException {
        Process process = builder.start();
        processes.add(process);
        process.getOutputStream().close();
        return process;
    }

    @Override
    public void close() {
        processes.forEach(Process::destroyForcibly);
    }
}
