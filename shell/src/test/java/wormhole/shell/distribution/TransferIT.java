package wormhole.shell.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole transfers between two programs through a third, the server. */
class TransferIT {
    private static final String CODE = "Wormhole code is: ";

    @TempDir
    private static Path serverFolder;

    private static Installed serverHost;
    private static Map<String, String> servers;

    @TempDir
    private Path folder;

    private Path there;
    private Installed wormhole;

    @BeforeAll
    static void startServer() throws IOException, InterruptedException {
        serverHost = new Installed(serverFolder, Map.of());
        Installed.Run server =
                serverHost.start("server", "--host", "127.0.0.1", "--mailbox-port", "0", "--relay-port", "0");
        servers = Map.of(
                "WORMHOLE_RELAY_URL", Installed.awaitLine(server, server.output(), "mailbox "),
                "WORMHOLE_TRANSIT_HELPER", Installed.awaitLine(server, server.output(), "relay "));
    }

    @AfterAll
    static void stopServer() {
        serverHost.close();
    }

    @BeforeEach
    void makeFolders() throws IOException {
        there = Files.createDirectory(folder.resolve("there"));
        wormhole = new Installed(folder, servers);
    }

    @AfterEach
    void stopEverything() {
        wormhole.close();
    }

    @Test
    void aTextArrivesByteForByteAndAlone() throws Exception {
        Installed.Run sender = wormhole.start("send", "--text", "snow ☃ \u001b[31m");
        Installed.Run receiver = wormhole.start("receive", codeOf(sender));

        assertThat(receiver.status()).isZero();
        assertThat(receiver.outputText()).isEqualTo("snow ☃ \u001b[31m\n");
        assertThat(sender.status()).isZero();
        assertThat(sender.outputText()).isEmpty();
        assertThat(sender.errorText())
                .contains("On the other computer, please run: wormhole receive ")
                .doesNotContain("█", "\u001b");
    }

    @Test
    void aFileArrivesUnderItsName() throws Exception {
        Path file = noise("Grüße.bin", 3_000_000);
        Installed.Run sender = wormhole.start("send", "Grüße.bin");
        Installed.Run receiver = wormhole.startIn(there, "receive", "--accept-file", codeOf(sender));

        assertThat(receiver.status()).isZero();
        assertThat(sender.status()).isZero();
        assertThat(there.resolve("Grüße.bin")).hasSameBinaryContentAs(file);
        assertThat(receiver.outputText()).isEmpty();
    }

    @Test
    void aFileGoesThroughARelayToStandardOutput() throws Exception {
        Path file = noise("file", 500_000);
        Installed.Run sender = wormhole.start("send", "--transit", "relay", "file");
        Installed.Run receiver = wormhole.start("receive", "--yes", "-o", "-", codeOf(sender));

        assertThat(receiver.status()).isZero();
        assertThat(sender.status()).isZero();
        assertThat(receiver.output()).hasSameBinaryContentAs(file);
    }

    @Test
    void aDirectoryArrivesWithAllThatIsInIt() throws Exception {
        Path directory = Files.createDirectories(folder.resolve("album/empty")).getParent();
        Files.move(noise("picture", 100_000), directory.resolve("picture"));
        Installed.Run sender = wormhole.start("send", "album");
        Installed.Run receiver = wormhole.startIn(there, "receive", "--accept-file", codeOf(sender));

        assertThat(receiver.status()).isZero();
        assertThat(sender.status()).isZero();
        assertThat(there.resolve("album/picture")).hasSameBinaryContentAs(directory.resolve("picture"));
        assertThat(there.resolve("album/empty")).isEmptyDirectory();
    }

    @Test
    void theReceiverCanMakeTheCode() throws Exception {
        Installed.Run receiver = wormhole.start("receive", "--allocate", "-c", "3");
        String code = codeOf(receiver);
        Installed.Run sender = wormhole.start("send", "--text", "hello", "--code", code);

        assertThat(code.split("-", -1)).hasSize(4);
        assertThat(receiver.errorText()).contains("please run: wormhole send --code " + code);
        assertThat(sender.status()).isZero();
        assertThat(receiver.status()).isZero();
        assertThat(receiver.outputText()).isEqualTo("hello\n");
    }

    @Test
    void aWrongCodeIsStatusThreeOnBothSides() throws Exception {
        Installed.Run sender = wormhole.start("send", "--text", "secret");
        Installed.Run receiver = wormhole.start("receive", codeOf(sender) + "-not");

        assertThat(receiver.status()).isEqualTo(3);
        assertThat(sender.status()).isEqualTo(3);
        assertThat(receiver.outputText()).isEmpty();
    }

    @Test
    void withoutAnswerAFileIsRejectedOnBothSides() throws Exception {
        noise("file", 10);
        Installed.Run sender = wormhole.start("send", "file");
        Installed.Run receiver = wormhole.startIn(there, "receive", codeOf(sender));

        assertThat(receiver.status()).isEqualTo(4);
        assertThat(sender.status()).isEqualTo(4);
        assertThat(there).isEmptyDirectory();
    }

    @Test
    void whoWantsOnlyTextRejectsAFile() throws Exception {
        noise("file", 10);
        Installed.Run sender = wormhole.start("send", "file");
        Installed.Run receiver = wormhole.startIn(there, "receive", "--only-text", "--accept-file", codeOf(sender));

        assertThat(receiver.status()).isEqualTo(4);
        assertThat(sender.status()).isEqualTo(4);
        assertThat(there).isEmptyDirectory();
    }

    @Test
    void aFileThatIsThereAlreadyIsKept() throws Exception {
        noise("file", 10);
        Files.writeString(there.resolve("file"), "mine");
        Installed.Run sender = wormhole.start("send", "file");
        Installed.Run receiver = wormhole.startIn(there, "receive", "--accept-file", codeOf(sender));

        assertThat(receiver.status()).isEqualTo(8);
        assertThat(sender.status()).isNotZero();
        assertThat(there.resolve("file")).hasContent("mine");
    }

    @Test
    void anInterruptedSenderSaysGoodbye() throws Exception {
        Installed.Run sender = wormhole.start("send", "--text", "never");
        codeOf(sender);
        signal("INT", sender);

        assertThat(sender.status()).isEqualTo(130);
        assertThat(sender.errorText()).endsWith("wormhole: interrupted\n");
    }

    @Test
    void aTerminatedReceiverSaysGoodbye() throws Exception {
        Installed.Run receiver = wormhole.start("receive", "--allocate");
        codeOf(receiver);
        signal("TERM", receiver);

        assertThat(receiver.status()).isEqualTo(143);
    }

    @Test
    void aServerStopsWhenItIsTold() throws Exception {
        Installed.Run server =
                wormhole.start("server", "--host", "127.0.0.1", "--mailbox-port", "0", "--relay-port", "0");
        Installed.awaitLine(server, server.output(), "mailbox ");
        signal("INT", server);

        assertThat(server.status()).isEqualTo(130);
    }

    private static String codeOf(Installed.Run run) throws IOException, InterruptedException {
        return Installed.awaitLine(run, run.error(), CODE);
    }

    private static void signal(String name, Installed.Run run) throws IOException, InterruptedException {
        String process = String.valueOf(run.process().pid());
        assertThat(new ProcessBuilder("kill", "-" + name, process).start().waitFor())
                .isZero();
    }

    private Path noise(String name, int length) throws IOException {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return Files.write(folder.resolve(name), bytes);
    }
}
