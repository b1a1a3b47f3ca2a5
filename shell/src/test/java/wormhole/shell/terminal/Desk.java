package wormhole.shell.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import wormhole.hostile.EvilPeer;
import wormhole.library.LocalServers;
import wormhole.shell.distribution.Installed;
import wormhole.spi.WormholeException;

/** Where a person sits: a home of their own, terminals with the built shell, servers on loopback, and peers elsewhere. */
final class Desk implements AutoCloseable {
    /** Runs a program and tells its status in a file that appears whole; it outlives a Ctrl-C meant for the program. */
    private static final String TELLING = "trap : INT; \"$@\"; echo $? > \"$0.new\"; mv \"$0.new\" \"$0\"";

    private final Path folder;
    private final LocalServers servers;
    private final Installed elsewhere;
    private final List<Terminal> terminals = new ArrayList<>();

    private Desk(Path folder, LocalServers servers) throws IOException {
        this.folder = folder;
        this.servers = servers;
        this.elsewhere = new Installed(Files.createDirectory(folder.resolve("elsewhere")), places());
        Files.createDirectory(here());
    }

    static Desk in(Path folder) throws IOException, WormholeException {
        return new Desk(folder, LocalServers.start());
    }

    /** Somebody who knows the code, and says to the shell what no program of ours would. */
    EvilPeer evilPeer(String code) throws Exception {
        return EvilPeer.open(servers.mailbox(), code);
    }

    /** The shell's working directory. */
    Path here() {
        return folder.resolve("here");
    }

    private Map<String, String> places() {
        return Map.of("WORMHOLE_RELAY_URL", servers.mailbox().toString(), "WORMHOLE_TRANSIT_HELPER", servers.relay());
    }

    /** Opens a shell in a terminal of the usual size, and waits for its prompt. */
    Terminal shell() throws IOException {
        return opened(80, 24, "tmux-256color", Map.of(), List.of()).seesTyped("");
    }

    /** Opens the program in a terminal. */
    Terminal opened(int columns, int lines, String term, Map<String, String> more, List<String> words)
            throws IOException {
        List<String> command =
                new ArrayList<>(List.of(Installed.HOME.resolve("bin/wormhole").toString()));
        command.addAll(words);
        return running(columns, lines, term, more, command);
    }

    /** Opens any program in a terminal. */
    Terminal running(int columns, int lines, String term, Map<String, String> more, List<String> program)
            throws IOException {
        Path own = Files.createDirectory(folder.resolve("terminal-" + terminals.size()));
        Tmux tmux = new Tmux(own, environment(more));
        Path status = own.resolve("status");
        List<String> command = new ArrayList<>(List.of("sh", "-c", TELLING, status.toString()));
        command.addAll(program);
        tmux.open(here(), columns, lines, term, command);
        Terminal terminal = new Terminal(tmux, status);
        terminals.add(terminal);
        return terminal;
    }

    /** Nothing of this user's, so that no test depends on it or changes it. */
    private Map<String, String> environment(Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(places());
        for (String kept : List.of("PATH", "JAVA_HOME")) {
            if (System.getenv(kept) != null) {
                environment.put(kept, System.getenv(kept));
            }
        }
        environment.put("HOME", folder.toString());
        environment.put("XDG_CONFIG_HOME", folder.resolve("config").toString());
        environment.put("XDG_STATE_HOME", folder.resolve("state").toString());
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("WORMHOLE_NO_CACHE", "1");
        environment.put("WORMHOLE_JAVA_OPTS", "-XX:TieredStopAtLevel=1 -Duser.home=" + folder);
        environment.putAll(more);
        return environment;
    }

    /** What the shell remembers for the next session. */
    String history() throws IOException {
        return Files.readString(folder.resolve("state/wormhole/history"));
    }

    /** Starts the program on another computer, so to say: without a terminal, in another folder. */
    Installed.Run peer(String... words) throws IOException {
        return elsewhere.start(words);
    }

    /** Starts a line of a Unix shell elsewhere, in which {@code wormhole} is the program. */
    Installed.Run unix(String line) throws IOException {
        String path = "PATH=" + Installed.HOME.resolve("bin").toAbsolutePath() + ":$PATH\n";
        return elsewhere.start(new ProcessBuilder("bash", "-c", path + line)
                .directory(elsewhere().toFile()));
    }

    /** The peers' working directory. */
    Path elsewhere() {
        return folder.resolve("elsewhere");
    }

    @Override
    public void close() throws IOException {
        for (Terminal terminal : terminals) {
            terminal.close();
        }
        elsewhere.close();
        servers.close();
    }
}
