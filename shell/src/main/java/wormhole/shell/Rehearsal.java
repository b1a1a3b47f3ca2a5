package wormhole.shell;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import wormhole.engine.plugin.PluginLoader;
import wormhole.shell.command.RunningServices;
import wormhole.shell.console.ConsoleInterface;
import wormhole.shell.console.JLineKeyboard;
import wormhole.shell.console.TerminalAbilities;
import wormhole.shell.console.Terminals;
import wormhole.shell.demo.Trees;
import wormhole.spi.Event;
import wormhole.spi.OptionValues;
import wormhole.spi.WormholeException;

/**
 * Sends a text and a file to itself, once, in one process and on loopback only. The launcher runs it to let Java write down
 * the classes that such a command needs (a class-data archive), so that later commands start faster.
 */
final class Rehearsal {
    private static final Map<String, List<String>> ANY_PORT =
            Map.of("host", List.of("127.0.0.1"), "mailbox-port", List.of("0"), "relay-port", List.of("0"));

    private final Surroundings surroundings;

    private Rehearsal(Path folder) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        // With an index of plugins, so that the archive holds what reads it.
        this.surroundings = new Surroundings(
                Map.of("XDG_CACHE_HOME", folder.toString()),
                folder,
                InputStream.nullInputStream(),
                nowhere,
                nowhere,
                Terminals.NONE,
                new JLineKeyboard(),
                PluginFolders.usual(System.getProperties(), Map.of()));
    }

    public static void main(String[] args) throws Exception {
        Main.main(new String[] {"--version"});
        var unused = StopSignals.interrupting(Thread.currentThread());
        Path folder = Files.createTempDirectory("wormhole-rehearsal");
        try {
            new Rehearsal(folder).play();
        } finally {
            Trees.delete(folder);
        }
    }

    private void play() throws Exception {
        Path file = Files.writeString(surroundings.directory().resolve("words"), "words, words, words");
        Path inbox = Files.createDirectory(surroundings.directory().resolve("inbox"));
        try (RunningServices services = start()) {
            List<String> servers = List.of(
                    "--relay-url", endpoint(services, "mailbox"), "--transit-helper", endpoint(services, "relay"));
            run(servers, List.of("help", "send"));
            transfer(servers, inbox, "--text=to be or not to be");
            transfer(servers, inbox, file.toString());
        }
    }

    private RunningServices start() throws WormholeException {
        ConsoleInterface ui = new ConsoleInterface(
                surroundings.output(),
                surroundings.error(),
                surroundings.terminals(),
                TerminalAbilities.NONE,
                surroundings.keyboard(),
                Event.Level.WARNING);
        return RunningServices.start(
                PluginLoader.load(surroundings.pluginFolders()).hostedServices(),
                OptionValues.of(ANY_PORT, surroundings.directory()),
                ui);
    }

    private static String endpoint(RunningServices services, String name) {
        return services.endpoints().getOrDefault(name, "");
    }

    private void transfer(List<String> servers, Path inbox, String what) throws InterruptedException {
        Thread sender = new Thread(() -> run(servers, List.of("send", "-0", what)));
        sender.start();
        run(servers, List.of("receive", "-0", "--yes", "--output-file", inbox.toString()));
        sender.join();
    }

    private void run(List<String> servers, List<String> words) {
        int unused = new Program(surroundings)
                .run(Stream.of(servers, words).flatMap(List::stream).toList());
    }
}
