package wormhole.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wormhole.engine.WaitLimits;
import wormhole.spi.CodeChoice;
import wormhole.spi.ErrorCode;
import wormhole.spi.SendRequest;
import wormhole.spi.WormholeException;

/** A mailbox server that is broken or means harm. */
class EvilServerTest extends Scene {
    private ScriptedServer server;

    @BeforeEach
    void startServer() throws Exception {
        server = ScriptedServer.start();
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    private Running victim() throws WormholeException {
        return receive(dialling().withMailboxServer(server.address()), WaitLimits.USUAL);
    }

    /** A message that must not disturb: afterwards, the victim still gets its code. */
    private void assertIgnored() throws Exception {
        Running victim = Running.start(() -> client(dialling().withMailboxServer(server.address()), WaitLimits.USUAL)
                .send(SendRequest.ofText("hi"), new CodeChoice.Allocate(2), false, ui));
        while (server.heard("open").isEmpty()
                && !victim.isDone()
                && !Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
        }
        victim.interrupt();
        victim.failsWith(ErrorCode.INTERRUPTED);
        assertThat(server.mood()).isEqualTo("lonely");
        assertThat(server.heard("release")).hasSize(1);
    }

    @Test
    void aServerThatDoesNotWantUsIsLeft() throws Exception {
        server.onOpen(client -> client.say("welcome", "welcome", Map.of("error", "go away\u001b[2J")));

        assertThat(victim().failsWith(ErrorCode.UNWELCOME)).hasMessageContaining("go away");
        assertThat(server.heard("claim")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "garbage",
                "[]",
                "5",
                "null",
                "{}",
                "{\"type\":5}",
                "{\"type\":null}",
                "{\"type\":\"welcome\"}",
                "{\"type\":\"welcome\",\"welcome\":null}",
                "{\"type\":\"welcome\",\"welcome\":[]}",
                "{\"type\":\"welcome\",\"welcome\":{\"error\":5}}",
                "{\"type\":\"welcome\",\"welcome\":{},\"welcome\":{}}",
                "{\"type\":\"claimed\"}",
                "{\"type\":\"claimed\",\"mailbox\":5}",
                "{\"type\":\"nameplates\",\"nameplates\":5}",
                "{\"type\":\"allocated\",\"nameplate\":\"4-x\"}",
                "{\"type\":\"error\"}",
            })
    void aServerThatTalksNonsenseIsLeft(String frame) throws Exception {
        server.onOpen(client -> client.sayRaw(frame));

        victim().failsWith(ErrorCode.MALFORMED_SERVER_MESSAGE);
    }

    @Test
    void deepNestingIsRefused() throws Exception {
        server.onOpen(client -> client.sayRaw("[".repeat(100_000)));

        victim().failsWith(ErrorCode.MALFORMED_SERVER_MESSAGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"body\":\"zz\",\"side\":\"peer\",\"phase\":\"pake\"",
                "\"body\":\"abc\",\"side\":\"peer\",\"phase\":\"pake\"",
                "\"body\":5,\"side\":\"peer\",\"phase\":\"pake\"",
                "\"body\":null,\"side\":\"peer\",\"phase\":\"pake\"",
                "\"body\":\"00\",\"side\":5,\"phase\":\"pake\"",
                "\"body\":\"00\",\"side\":\"peer\",\"phase\":null",
                "\"body\":\"00\",\"side\":\"peer\"",
            })
    void aMessageInTheMailboxThatIsNoneEndsIt(String fields) throws Exception {
        server.on("open", (client, message) -> client.sayRaw("{\"type\":\"message\"," + fields + "}"));

        victim().failsWith(ErrorCode.MALFORMED_SERVER_MESSAGE);
        assertThat(server.mood()).isEqualTo("errory");
        assertThat(server.heard("release")).hasSize(1);
    }

    @Test
    void aCrowdedMailboxIsExplained() throws Exception {
        server.on("claim", (client, message) -> client.say("error", "error", "crowded", "orig", Map.of()));

        assertThat(victim().failsWith(ErrorCode.SERVER_ERROR).hint())
                .hasValueSatisfying(hint -> assertThat(hint).contains("use this code already"));
    }

    @Test
    void anErrorWithoutWhatItIsAboutIsToldAllTheSame() throws Exception {
        server.on("bind", (client, message) -> client.say("error", "error", "x"));

        assertThat(victim().failsWith(ErrorCode.SERVER_ERROR)).hasMessageContaining("x");
    }

    @Test
    void newsOfTheWrongKindIsIgnored() throws Exception {
        server.onOpen(client -> client.say("welcome", "welcome", Map.of("motd", 5, "current_cli_version", List.of())));

        assertIgnored();
        assertThat(ui.event("welcome").fields()).doesNotContainKey("motd");
    }

    @Test
    void whatIsNotKnownIsIgnored() throws Exception {
        server.onOpen(client -> {
            client.say("fireworks", "colour", "red");
            client.say("welcome", "welcome", Map.of("new-thing", Map.of()));
            client.say("pong");
            client.say("ack");
        });

        assertIgnored();
    }

    @Test
    void binaryFramesAreTakenToo() throws Exception {
        server.onOpen(client -> client.sayBinary("{\"type\":\"welcome\",\"welcome\":{}}"));

        assertIgnored();
    }

    @Test
    void answersThatNobodyAskedForAreIgnored() throws Exception {
        server.onOpen(client -> {
            client.say("closed");
            client.say("released");
            client.say("nameplates", "nameplates", List.of());
            client.say("welcome", "welcome", Map.of());
            client.say("closed");
            client.say("released");
        });

        assertIgnored();
    }

    @Test
    void aServerIsGreetedOnceHoweverOftenItGreets() throws Exception {
        server.onOpen(client -> {
            for (int i = 0; i < 100; i++) {
                client.say("welcome", "welcome", Map.of("motd", "hello"));
            }
        });

        assertIgnored();
        assertThat(server.heard("bind")).hasSize(1);
        assertThat(ui.events())
                .filteredOn(event -> event.name().equals("welcome"))
                .hasSize(1);
    }

    @Test
    void onlyTheFirstMailboxIsOpened() throws Exception {
        server.on("claim", (client, message) -> {
            client.say("claimed", "mailbox", "m");
            client.say("claimed", "mailbox", "m2");
        });

        assertIgnored();
        assertThat(server.heard("open")).hasSize(1);
    }

    @Test
    void aProofOfWorkIsDone() throws Exception {
        server.onOpen(client -> client.say("welcome", "welcome", hashcash(8)));

        assertIgnored();
        String stamp = server.heard("submit-permissions").get(0).field("stamp").text(1000);
        assertThat(stamp).startsWith("1:8:").contains(":here:");
    }

    @Test
    void tooMuchProofOfWorkIsRefused() throws Exception {
        server.onOpen(client -> client.say("welcome", "welcome", hashcash(27)));

        assertThat(victim().failsWith(ErrorCode.UNWELCOME)).hasMessageContaining("proof of work");
    }

    @Test
    void aPermissionOfAKindThatNobodyKnowsIsExplained() throws Exception {
        server.onOpen(client ->
                client.say("welcome", "welcome", Map.of("permission-required", Map.of("dark-ritual", Map.of()))));

        assertThat(victim().failsWith(ErrorCode.UNWELCOME)).hasMessageContaining("kind of permission");
    }

    private static Map<String, ?> hashcash(int bits) {
        return Map.of("permission-required", Map.of("hashcash", Map.of("bits", bits, "resource", "here")));
    }

    @Test
    void aFrameThatIsFarTooBigCostsTheConnectionOnly() throws Exception {
        AtomicInteger connections = new AtomicInteger();
        server.onOpen(client -> {
            if (connections.incrementAndGet() == 1) {
                client.sayRaw("x".repeat(5 << 20));
            } else {
                client.say("welcome", "welcome", Map.of());
            }
        });

        assertIgnored();
        assertThat(connections).hasValue(2);
    }

    @Test
    void messagesWithoutEndAreGivenUp() throws Exception {
        server.on("open", (client, message) -> {
            for (int i = 0; i < 18; i++) {
                client.sayPeer(Integer.toString(i), "00".repeat(1 << 20));
            }
        });

        assertThat(victim().failsWith(ErrorCode.MALFORMED_SERVER_MESSAGE)).hasMessageContaining("without end");
    }

    @Test
    void aServerThatDoesNotAnswerTheGoodbyeDoesNotKeepUs() throws Exception {
        server.on("close", (client, message) -> {});
        server.on("release", (client, message) -> {});
        server.on("open", (client, message) -> client.sayPeer("pake", "zz"));

        victim().failsWith(ErrorCode.MALFORMED_SERVER_MESSAGE);
    }
}
