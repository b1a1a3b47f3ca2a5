package wormhole.shell.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real programs are killed, hung up on and starved. Every build does each a few times; {@code .ci/hard-times} goes on for
 * long.
 */
class HardTimesIT {
    private static final int ROUNDS = Integer.getInteger("wormhole.kills", 1);
    private static final String CODE = "Wormhole code is: ";
    /** Takes a while even on loopback. */
    private static final long SIZE = Long.getLong("wormhole.killedBytes", 40_000_000);

    private static final Random RANDOM = new Random();

    @TempDir
    private static Path serverFolder;

    private static Installed serverHost;
    private static Map<String, String> servers;

    @TempDir
    private Path folder;

    private Path there;
    private Path data;
    private Installed wormhole;

    @BeforeAll
    static void startServer() throws IOException, InterruptedException {
        serverHost = new Installed(serverFolder, Map.of());
        Installed.Run server = serverHost.start(
                "server",
                "--host=127.0.0.1",
                "--mailbox-port=0",
                "--relay-port=0",
                "--usage-log=" + serverFolder.resolve("usage"));
        servers = Map.of(
                "WORMHOLE_RELAY_URL", Installed.awaitLine(server, server.output(), "mailbox "),
                "WORMHOLE_TRANSIT_HELPER", Installed.awaitLine(server, server.output(), "relay "));
    }

    @AfterAll
    static void stopServer() {
        serverHost.close();
    }

    @BeforeEach
    void furnish() throws IOException {
        there = Files.createDirectory(folder.resolve("there"));
        data = folder.resolve("data");
        try (RandomAccessFile file = new RandomAccessFile(data.toFile(), "rw")) {
            file.setLength(SIZE);
            file.seek(SIZE - 1);
            file.write(1);
        }
        Files.writeString(there.resolve("data"), "old");
        wormhole = new Installed(folder, servers);
    }

    @AfterEach
    void stopEverything() {
        wormhole.close();
    }

    @Test
    void aReceiverThatIsKilledLeavesTheOldAndAtMostOneHiddenPart() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Installed.Run sender = wormhole.start("send", "data");
            Installed.Run receiver = receive(sender);
            awaitBytes(receiver);
            signal("KILL", receiver);

            assertThat(receiver.status()).isIn(137, 0);
            assertThat(sender.status()).isIn(5, 0, 1);
            assertOldOrComplete();
            assertThat(parts())
                    .hasSizeLessThanOrEqualTo(1)
                    .allSatisfy(
                            part -> assertThat(part.getFileName().toString()).matches("[.]data[.][0-9a-f]{16}[.]part"));
            for (Path part : parts()) {
                Files.delete(part);
            }
            Files.writeString(there.resolve("data"), "old");
        }
        assertTheNextOneWorks();
    }

    @Test
    void aReceiverWhoseSenderIsKilledKeepsTheOld() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Installed.Run sender = wormhole.start("send", "data");
            Installed.Run receiver = receive(sender);
            awaitBytes(receiver);
            signal("KILL", sender);

            assertThat(receiver.status()).as(receiver.errorText()).isIn(5, 0);
            assertOldOrComplete();
            assertThat(parts()).isEmpty();
            Files.writeString(there.resolve("data"), "old");
        }
    }

    @Test
    void aReceiverThatIsTerminatedInTheMiddleCleansUpAndTellsTheSender() throws Exception {
        Installed.Run sender = wormhole.start("send", "data");
        Installed.Run receiver = receive(sender);
        awaitBytes(receiver);
        signal("TERM", receiver);

        assertThat(receiver.status()).isEqualTo(143);
        assertThat(sender.status()).as(sender.errorText()).isNotZero();
        assertThat(there.resolve("data")).hasContent("old");
        assertThat(parts()).isEmpty();
        assertThat(receiver.errorText()).doesNotContain("\tat ");
    }

    @Test
    void aTerminalThatIsHungUpEndsItLikeASignalToTerminate() throws Exception {
        Installed.Run sender = wormhole.start("send", "--text", "never");
        Installed.awaitLine(sender, sender.error(), CODE);
        int before = usage("lonely");
        signal("HUP", sender);

        assertThat(sender.status()).isEqualTo(143);
        // The nameplate was released and the mailbox closed, before the program ended.
        assertThat(usage("lonely")).isEqualTo(before + 2);
    }

    /** The server does not answer the goodbye, so the first signal alone would be waited for. */
    @Test
    void aSecondInterruptEndsItAtOnce() throws Exception {
        try (Installed own = new Installed(Files.createDirectory(folder.resolve("own")), Map.of())) {
            Installed.Run server = own.start("server", "--host=127.0.0.1", "--mailbox-port=0", "--relay-port=0");
            String url = Installed.awaitLine(server, server.output(), "mailbox ");
            Installed.Run sender = wormhole.start("send", "--relay-url", url, "--text", "never");
            code(sender);
            signal("STOP", server);
            signal("INT", sender);
            signal("INT", sender);

            assertThat(sender.status()).isEqualTo(130);
            signal("CONT", server);
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "wormhole.kills", matches = ".+", disabledReason = "for .ci/hard-times")
    void aFileBeyond32BitsArrivesExactlyWithAHeapOf64Mebibytes() throws Exception {
        try (RandomAccessFile file = new RandomAccessFile(data.toFile(), "rw")) {
            file.setLength((1L << 32) + 1);
        }
        try (Installed starved = new Installed(Files.createDirectory(folder.resolve("starved")), withHeap("64m"))) {
            Installed.Run sender = starved.startIn(folder, "send", "data");
            Installed.Run receiver =
                    starved.startIn(there, "receive", "--yes", "--on-conflict=overwrite", code(sender));

            assertThat(receiver.process().waitFor(20, TimeUnit.MINUTES)).isTrue();
            assertThat(receiver.status()).as(receiver.errorText()).isZero();
            assertThat(sender.status()).as(sender.errorText()).isZero();
        }
        assertThat(Files.mismatch(data, there.resolve("data"))).isEqualTo(-1);
    }

    /** It would not fit into the heap. */
    @Test
    void aSmallHeapIsEnoughForAnyFile() throws Exception {
        try (Installed starved = new Installed(Files.createDirectory(folder.resolve("starved")), withHeap("16m"))) {
            Installed.Run sender = starved.startIn(folder, "send", "data");
            Installed.Run receiver =
                    starved.startIn(there, "receive", "--yes", "--on-conflict=overwrite", code(sender));

            assertThat(receiver.status()).as(receiver.errorText()).isZero();
            assertThat(sender.status()).as(sender.errorText()).isZero();
        }
        assertThat(Files.mismatch(data, there.resolve("data"))).isEqualTo(-1);
    }

    /** Somewhere between starting and receiving there is not enough left. */
    @Test
    @EnabledIfSystemProperty(named = "wormhole.kills", matches = ".+", disabledReason = "for .ci/hard-times")
    void outOfMemoryIsAnErrorLikeOthers() throws Exception {
        try (Installed starved = new Installed(Files.createDirectory(folder.resolve("starved")), withHeap("6m"))) {
            Installed.Run sender = wormhole.start("send", "data");
            Installed.Run receiver =
                    starved.startIn(there, "receive", "--yes", "--on-conflict=overwrite", code(sender));

            if (receiver.status() != 0) {
                assertThat(receiver.errorText()).contains("wormhole: ").doesNotContain("\tat ");
                assertThat(there.resolve("data")).hasContent("old");
            }
            assertThat(parts()).isEmpty();
        }
    }

    /** As {@code --keep-partial} does. */
    @Test
    void whatTheConfigurationWantsKeptOfADownloadIsKept() throws Exception {
        Path config = Files.createDirectories(folder.resolve("config/wormhole"));
        Files.writeString(config.resolve("config.toml"), "[receive]\nkeep-partial = true\n");
        try (RandomAccessFile file = new RandomAccessFile(data.toFile(), "rw")) {
            // So long that it cannot be over before its sender is killed.
            file.setLength(2_000_000_000);
        }
        Map<String, String> environment = new HashMap<>(servers);
        environment.put("XDG_CONFIG_HOME", folder.resolve("config").toString());
        try (Installed keeping = new Installed(Files.createDirectory(folder.resolve("keeping")), environment)) {
            Installed.Run sender = wormhole.start("send", "data");
            Installed.Run receiver =
                    keeping.startIn(there, "receive", "--yes", "--on-conflict=overwrite", code(sender));
            while (received() == 0) {
                assertThat(receiver.process().isAlive())
                        .as(receiver.errorText())
                        .isTrue();
                TimeUnit.MILLISECONDS.sleep(1);
            }
            signal("KILL", sender);

            assertThat(receiver.status()).as(receiver.errorText()).isEqualTo(5);
        }
        assertThat(there.toFile().list()).containsExactlyInAnyOrder("data", "data.part", "data.part.json");
        assertThat(there.resolve("data")).hasContent("old");
        assertThat(there.resolve("data.part")).isNotEmptyFile();
    }

    private static Map<String, String> withHeap(String most) {
        return Map.of(
                "WORMHOLE_RELAY_URL", servers.getOrDefault("WORMHOLE_RELAY_URL", ""),
                "WORMHOLE_TRANSIT_HELPER", servers.getOrDefault("WORMHOLE_TRANSIT_HELPER", ""),
                "WORMHOLE_JAVA_OPTS", "-Xmx" + most);
    }

    private Installed.Run receive(Installed.Run sender) throws IOException, InterruptedException {
        return wormhole.startIn(there, "receive", "--yes", "--on-conflict=overwrite", code(sender));
    }

    private static String code(Installed.Run sender) throws IOException, InterruptedException {
        return Installed.awaitLine(sender, sender.error(), CODE);
    }

    /** Waits for a random part of the file, or for the end if that comes first. */
    private void awaitBytes(Installed.Run receiver) throws IOException, InterruptedException {
        long wanted = 1 + (long) (RANDOM.nextDouble() * SIZE * 0.7);
        while (receiver.process().isAlive() && received() < wanted) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }

    private long received() throws IOException {
        long most = 0;
        for (Path part : parts()) {
            most = Math.max(most, part.toFile().length());
        }
        return most;
    }

    private List<Path> parts() throws IOException {
        try (Stream<Path> all = Files.list(there)) {
            return all.filter(each -> !each.getFileName().toString().equals("data"))
                    .toList();
        }
    }

    private void assertOldOrComplete() throws IOException {
        if (Files.size(there.resolve("data")) != "old".length()) {
            assertThat(Files.mismatch(data, there.resolve("data"))).isEqualTo(-1);
        }
    }

    private void assertTheNextOneWorks() throws Exception {
        Installed.Run sender = wormhole.start("send", "data");
        assertThat(receive(sender).status()).isZero();
        assertThat(sender.status()).isZero();
        assertThat(Files.mismatch(data, there.resolve("data"))).isEqualTo(-1);
        assertThat(parts()).isEmpty();
    }

    private static int usage(String result) throws IOException {
        return Files.readString(serverFolder.resolve("usage")).split("\"" + result + "\"", -1).length - 1;
    }

    private static void signal(String name, Installed.Run run) throws IOException, InterruptedException {
        String process = String.valueOf(run.process().pid());
        assertThat(new ProcessBuilder("kill", "-" + name, process).start().waitFor())
                .isIn(0, 1);
    }
}
