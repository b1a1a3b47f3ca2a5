package wormhole.shell.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wormhole.shell.StrangersJar;

/**
 * However the real program ends: both sides say so by their status, the nameplate is released, and the mailbox is closed with
 * the mood that fits, as the server's usage log tells.
 */
@Timeout(120)
class ExitPathsIT {
    private static final String CODE = "Wormhole code is: ";

    /** Takes a while even on loopback. */
    private static final int SIZE = 40_000_000;

    /** A kind of offer whose receiver fails as the variable {@code STRANGER} says. */
    private static final String FAILING = """
            public List<OfferType> offerTypes() { return List.of(new OfferType() {
                public String key() { return "stranger"; }
                public Delivery delivery() { return Delivery.IN_OFFER; }
                public int rank() { return 1; }
                public Optional<OutgoingOffer> prepare(SendRequest request) {
                    return request.text() == null ? Optional.empty() : Optional.of(new OutgoingOffer() {
                        public Object body() { return "x"; }
                        public String summary() { return "x"; }
                    });
                }
                public void receive(Receiving receiving) {
                    if ("throws".equals(System.getenv("STRANGER"))) { throw new IllegalStateException("oh"); }
                    if ("overflows".equals(System.getenv("STRANGER"))) { receive(receiving); receive(receiving); }
                    List<byte[]> all = new ArrayList<>();
                    while (true) { all.add(new byte[1 << 20]); }
                }
            }); }
            """;

    @TempDir
    private Path folder;

    private final Map<String, String> environment = new HashMap<>();
    private Path there;
    private Path usage;
    private Installed host;
    private Installed wormhole;

    @BeforeEach
    void furnish() throws Exception {
        there = Files.createDirectory(folder.resolve("there"));
        usage = folder.resolve("usage");
        Files.write(folder.resolve("data"), new byte[SIZE]);
        host = new Installed(Files.createDirectory(folder.resolve("host")), Map.of());
        Installed.Run server =
                host.start("server", "--host=127.0.0.1", "--mailbox-port=0", "--relay-port=0", "--usage-log=" + usage);
        environment.put("WORMHOLE_RELAY_URL", Installed.awaitLine(server, server.output(), "mailbox "));
        environment.put("WORMHOLE_TRANSIT_HELPER", Installed.awaitLine(server, server.output(), "relay "));
        environment.put("XDG_CONFIG_HOME", folder.resolve("config").toString());
        wormhole = new Installed(folder, environment);
    }

    @AfterEach
    void stop() {
        wormhole.close();
        host.close();
    }

    /** The line is the receiver's, in which {@code w} is the program and {@code $c} the code. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "success ; w receive --yes $c ; 0 ; 0 ; happy",
                "a refusal ; w receive --only-text $c ; 4 ; 4 ; happy",
                "a wrong code ; w receive --yes $c-not ; 3 ; 3 ; scary",
                "nothing to read ; w receive $c ; 4 ; 4 ; happy",
                "input closed ; w receive $c <&- ; 4 ; 4 ; happy",
                "a program that is gone ; w --json receive $c <&- ; 4 ; 4 ; happy",
                "a full disk ; w receive --yes -o - $c >/dev/full ; 8 ; 1 ; errory",
                "a broken pipe ; w receive --yes -o - $c | head -c 9 ; 8 ; 1 ; errory",
                "output closed ; w receive --yes -o - $c >&- ; 8 ; 1 ; errory",
                "nobody to compare the verifiers ; w receive --verify $c ; 4 ; 1 ; happy",
            })
    void ofAFile(String what, String line, int received, int sent, String mood) throws Exception {
        Installed.Run sender = wormhole.start("send", "data");
        Installed.Run receiver = bash(line, sender);

        assertThat(receiver.status()).as(receiver.errorText()).isEqualTo(received);
        assertThat(sender.status()).as(sender.errorText()).isEqualTo(sent);
        assertThat(receiver.errorText() + sender.errorText()).doesNotContain("\tat ");
        if (received == 8) {
            assertThat(sender.errorText()).contains("the other side says: ");
        }
        assertThat(ends()).as(receiver.errorText() + sender.errorText()).containsExactly(mood);
        assertThat(there.toFile().list()).hasSize(received == 0 ? 1 : 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"throws", "overflows", "fills the memory"})
    void ofAPlugin(String how) throws Exception {
        Path plugins = Files.createDirectory(folder.resolve("plugins"));
        StrangersJar.write(plugins.resolve("stranger.jar"), "stranger", FAILING);
        Installed.Run sender = wormhole.start("--plugins", plugins.toString(), "send", "--text", "x");
        environment.put("STRANGER", how);
        environment.put("WORMHOLE_JAVA_OPTS", "-Xmx64m");
        Installed.Run receiver = bash("w --plugins '" + plugins + "' receive --yes $c", sender);

        assertThat(receiver.status()).as(receiver.errorText()).isEqualTo(1);
        assertThat(sender.status()).as(sender.errorText()).isEqualTo(1);
        assertThat(receiver.errorText() + sender.errorText()).doesNotContain("\tat ");
        assertThat(receiver.errorText()).contains("the plugin 'stranger' failed");
        assertThat(ends()).containsExactly("errory");
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143", "HUP, 143"})
    void ofASignalWhileNobodyHasCome(String signal, int status) throws Exception {
        Installed.Run sender = wormhole.start("send", "data");
        code(sender);
        signal(signal, sender);

        assertThat(sender.status()).isEqualTo(status);
        assertThat(ends()).containsExactly("lonely");
    }

    /** As {@code timeout} does it, which signals a program and then its group. */
    @Test
    void ofASignalThatComesTwiceAtOnce() throws Exception {
        Installed.Run sender = wormhole.start("send", "data");
        code(sender);
        String pid = String.valueOf(sender.process().pid());
        var unused = new ProcessBuilder("bash", "-c", "kill -TERM $0; sleep 0.01; kill -TERM $0", pid)
                .start()
                .waitFor();

        assertThat(sender.status()).isEqualTo(143);
        assertThat(ends()).containsExactly("lonely");
    }

    @ParameterizedTest
    @CsvSource({"INT, 130, true", "TERM, 143, true", "HUP, 143, true", "INT, 130, false", "HUP, 143, false"})
    void ofASignalInTheMiddle(String signal, int status, boolean atTheReceiver) throws Exception {
        Installed.Run sender = wormhole.start("send", "data");
        // Nobody reads what it writes, so it cannot be over before the signal.
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        Installed.Run receiver = wormhole.start(new ProcessBuilder(
                        "bash",
                        "-c",
                        "exec \"$0\" receive --yes -o - \"$1\" <>\"$2\" >\"$2\"",
                        Installed.HOME.resolve("bin/wormhole").toString(),
                        code(sender),
                        pipe.toString())
                .directory(there.toFile()));
        var unused = Installed.awaitLine(receiver, receiver.error(), "Receiving");
        signal(signal, atTheReceiver ? receiver : sender);

        assertThat((atTheReceiver ? receiver : sender).status()).isEqualTo(status);
        if (!atTheReceiver) {
            // It stands at the pipe that nobody reads.
            signal("KILL", receiver);
        }
        assertThat((atTheReceiver ? sender : receiver).status()).isNotZero();
        if (atTheReceiver) {
            assertThat(ends()).containsExactly("errory");
        }
    }

    @Test
    void ofAWaitThatTheConfigurationEnds() throws Exception {
        Path config = Files.createDirectories(folder.resolve("config/wormhole")).resolve("config.toml");
        Files.writeString(config, "wait = [\"peer=1s\"]\n");
        Installed.Run sender = wormhole.start("send", "data");

        assertThat(sender.status()).isEqualTo(7);
        assertThat(sender.errorText()).contains("nobody used the code within 1 second");
        assertThat(ends()).containsExactly("lonely");
    }

    private Installed.Run bash(String line, Installed.Run sender) throws IOException, InterruptedException {
        String program = "set -o pipefail; w() { \"$0\" \"$@\"; }; c=$1\n";
        return wormhole.start(new ProcessBuilder(
                        "bash",
                        "-c",
                        program + line,
                        Installed.HOME.resolve("bin/wormhole").toString(),
                        code(sender))
                .directory(there.toFile()));
    }

    private static String code(Installed.Run sender) throws IOException, InterruptedException {
        return Installed.awaitLine(sender, sender.error(), CODE);
    }

    /** How the mailboxes ended, by the server's word; the nameplates have as many lines. */
    private List<String> ends() throws IOException, InterruptedException {
        List<String> lines = List.of();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(3);
        while (System.nanoTime() < deadline && lines.stream().noneMatch(line -> line.contains("\"mailbox\""))) {
            TimeUnit.MILLISECONDS.sleep(20);
            lines = Files.readAllLines(usage);
        }
        assertThat(lines).filteredOn(line -> line.contains("\"nameplate\"")).hasSize(1);
        return lines.stream()
                .filter(line -> line.contains("\"mailbox\""))
                .map(line -> line.replaceFirst(".*\"result\":\"([a-z]+)\".*", "$1"))
                .toList();
    }

    private static void signal(String name, Installed.Run run) throws IOException, InterruptedException {
        String process = String.valueOf(run.process().pid());
        assertThat(new ProcessBuilder("kill", "-" + name, process).start().waitFor())
                .isIn(0, 1);
    }
}
