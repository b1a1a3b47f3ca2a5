package wormhole.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import wormhole.engine.ClientSettings;
import wormhole.engine.CodePrompt;
import wormhole.engine.TransitPolicy;
import wormhole.engine.WaitLimits;
import wormhole.engine.WormholeClient;
import wormhole.engine.plugin.PluginRegistry;
import wormhole.engine.transfer.Consent;
import wormhole.engine.transit.TransitLimits;
import wormhole.library.LocalServers;
import wormhole.spi.CodeChoice;
import wormhole.spi.ReceiveRequest;
import wormhole.spi.SendRequest;
import wormhole.spi.WormholeException;
import wormhole.spi.testkit.RecordingUserInterface;

/** The real client with the real plugins, the real servers, and two folders; the other side is the test's. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(30)
abstract class Scene {
    /** Long enough for a busy machine, short enough to wait for. */
    static final Duration SHORT = Duration.ofMillis(200);

    private static final AtomicInteger NAMEPLATES = new AtomicInteger(100);

    final LocalServers servers = start();
    RecordingUserInterface ui = new RecordingUserInterface();
    String code = "";
    Path from = Path.of("");
    Path to = Path.of("");

    private static LocalServers start() {
        try {
            return LocalServers.start();
        } catch (WormholeException e) {
            throw new AssertionError(e);
        }
    }

    @BeforeEach
    void furnish(@TempDir Path folder) throws Exception {
        ui = new RecordingUserInterface();
        code = freshCode();
        from = Files.createDirectory(folder.resolve("from"));
        to = Files.createDirectory(folder.resolve("to"));
        Files.writeString(to.resolve("kept"), "old");
    }

    /** With a nameplate that no other test uses. */
    static String freshCode() {
        return NAMEPLATES.incrementAndGet() + "-evil-twin";
    }

    @AfterAll
    void stop() {
        servers.close();
    }

    /** Directly, over connections that this side dials, so that the test's socket is the only path. */
    ClientSettings dialling() throws WormholeException {
        return servers.settings().withTransit(TransitPolicy.DIRECT).withListening(false);
    }

    Running receive(ClientSettings settings, WaitLimits limits) {
        return Running.start(() -> client(settings, limits)
                .receive(ReceiveRequest.into(to), new CodeChoice.Given(code), Consent.GIVEN, false, ui));
    }

    Running receive() throws WormholeException {
        return receive(dialling(), WaitLimits.USUAL);
    }

    Running send(ClientSettings settings, WaitLimits limits, SendRequest request) {
        return Running.start(() -> client(settings, limits).send(request, new CodeChoice.Given(code), false, ui));
    }

    Running sendFile(int size) throws Exception {
        return send(dialling(), WaitLimits.USUAL, SendRequest.ofPaths(file(size)));
    }

    WormholeClient client(ClientSettings settings, WaitLimits limits) {
        return new WormholeClient(plugins(settings), settings, CodePrompt.PLAIN, limits);
    }

    /** What a client with these settings works with. */
    PluginRegistry plugins(ClientSettings settings) {
        return servers.plugins();
    }

    /** Waits until so many bytes have counted as moved, which the victim must live to see. */
    void awaitProgress(Running victim, long bytes) {
        while (ui.progressed() < bytes) {
            assertThat(victim.isDone()).as("ended before " + bytes + " bytes").isFalse();
            Thread.onSpinWait();
        }
    }

    static WaitLimits withTransit(Duration connect, Duration handshake, Duration stall) {
        return WaitLimits.USUAL.withTransit(new TransitLimits(connect, handshake, Duration.ZERO, stall));
    }

    Path file(int size) throws Exception {
        return Files.write(from.resolve("data.bin"), content(size));
    }

    static byte[] content(int size) {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        return content;
    }

    EvilPeer peer() throws Exception {
        return EvilPeer.open(servers.mailbox(), code);
    }

    /** The destination is as it was before, and nothing else is left in it. */
    void assertUntouched() {
        assertThat(to.toFile().list()).containsExactly("kept");
        assertThat(to.resolve("kept")).hasContent("old");
        assertThat(to.getParent().toFile().list()).containsExactlyInAnyOrder("from", "to");
    }

    /** What arrived is whole, and nothing else is left beside it. */
    void assertArrived(String name, byte[] content) {
        assertThat(to.toFile().list()).containsExactlyInAnyOrder("kept", name);
        assertThat(to.resolve(name)).hasBinaryContent(content);
    }

    void assertServerHoldsNothing() {
        assertThat(ServerView.nameplates(servers.mailbox())).doesNotContain(code.substring(0, code.indexOf('-')));
    }

    static <T> T get(CompletableFuture<T> future) throws Exception {
        return future.get(20, TimeUnit.SECONDS);
    }
}
