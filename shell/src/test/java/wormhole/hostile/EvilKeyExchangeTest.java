package wormhole.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import wormhole.engine.WaitLimits;
import wormhole.engine.json.JsonTree;
import wormhole.engine.transfer.TransferLimits;
import wormhole.spi.ErrorCode;
import wormhole.spi.PeerValue;
import wormhole.spi.WormholeException;

/** A server, or somebody in the middle, that tampers with the key exchange: the code is spent, and nothing is told. */
class EvilKeyExchangeTest extends Scene {
    private ScriptedServer server;

    @BeforeEach
    void startServer() throws Exception {
        server = ScriptedServer.start();
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    private Running victim(WaitLimits limits) throws WormholeException {
        return receive(dialling().withMailboxServer(server.address()), limits);
    }

    private void assertScared(ErrorCode code, String words) throws Exception {
        assertThat(victim(WaitLimits.USUAL).failsWith(code)).hasMessageContaining(words);
        assertThat(server.mood()).isEqualTo("scary");
        assertThat(server.heard("release")).hasSize(1);
        // Nothing but the public halves of the key exchange has left.
        for (PeerValue added : server.heard("add")) {
            assertThat(added.field("phase").text(100)).isIn("pake", "version");
        }
        assertUntouched();
    }

    static Stream<Arguments> elements() throws Exception {
        try (InputStream json = EvilKeyExchangeTest.class.getResourceAsStream("elements.json")) {
            return JsonTree.readPeer(json.readAllBytes(), "elements").elements(1000).stream()
                    .map(EvilKeyExchangeTest::arguments);
        }
    }

    private static Arguments arguments(PeerValue vector) {
        try {
            return Arguments.of(
                    vector.field("name").text(200), vector.field("message").text(10_000));
        } catch (WormholeException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("elements")
    void anElementThatNobodyHonestSendsIsLikeAWrongCode(String name, String message) throws Exception {
        server.on(
                "open",
                (client, open) ->
                        client.sayPeer("pake", ServerPeer.pake(HexFormat.of().parseHex(message))));

        assertScared(ErrorCode.WRONG_CODE, "the code is wrong");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "00", "7b7d", "5b5d", "22", "7b2270616b655f7631223a357d", "7b2270616b655f7631223a227a7a227d"
            })
    void aPakeThatIsNoneIsLikeAWrongCode(String body) throws Exception {
        server.on("open", (client, open) -> client.sayPeer("pake", body));

        assertScared(ErrorCode.WRONG_CODE, "the code is wrong");
    }

    @Test
    void ourOwnPakeIsSentBackInVain() throws Exception {
        server.on("add", (client, added) -> {
            server.echo(client, added);
            client.sayPeer("pake", added.field("body").text(1000));
        });

        assertScared(ErrorCode.REFLECTION, "came back");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 24, 39, 40, 60})
    void aVersionThatDoesNotOpenIsAWrongCode(int length) throws Exception {
        ServerPeer peer = ServerPeer.start(code);
        server.on("open", (client, open) -> {
            client.sayPeer("pake", peer.pake());
            client.sayPeer("version", "00".repeat(length));
        });

        assertScared(ErrorCode.WRONG_CODE, "the code is wrong");
    }

    @Test
    void aPakeThatCameWithTheClaimIsAnsweredBeforeTheMailboxSaysAnything() throws Exception {
        ServerPeer peer = ServerPeer.start(code);
        server.onOpen(client -> client.say("welcome", "welcome", Map.of("claim-peek", true)));
        server.on("claim", (client, claim) -> {
            client.say("claimed", "mailbox", "m");
            client.sayPeer("pake", peer.pake());
        });
        server.on("add", (client, added) -> {
            if (added.field("phase").text(100).equals("version")) {
                client.sayPeer("version", "00");
            }
        });

        assertScared(ErrorCode.WRONG_CODE, "the code is wrong");
        assertThat(server.heard("claim").get(0).has("peek")).isTrue();
        assertThat(server.heard("add")).hasSize(2);
    }

    /** Plays a peer that knows the code, and lets the test spoil what it says. */
    private void onKey(ScriptedServer.Reaction reaction, ServerPeer peer) {
        server.on("add", (client, added) -> {
            server.echo(client, added);
            if (added.field("phase").text(100).equals("pake")) {
                peer.finish(added.field("body").text(1000));
                reaction.to(client, added);
            }
        });
    }

    @Test
    void aThirdSideAndRepetitionsAndAnyOrderChangeNothing() throws Exception {
        ServerPeer peer = ServerPeer.start(code);
        onKey(
                (client, added) -> {
                    client.sayPeer("1", peer.seal("1", "{\"error\":\"the end\"}"));
                    client.sayPeer("0", peer.seal("0", "{\"a\":1}"));
                    client.sayPeer("\u00e9", "00");
                    client.sayPeer("version", peer.seal("version", "{}"));
                    client.sayPeer("pake", peer.pake());
                    client.say("message", "side", "third", "phase", "version", "body", "00");
                    client.sayPeer("0", "00");
                    client.sayPeer("pake", peer.pake());
                },
                peer);

        assertThat(victim(WaitLimits.USUAL).failsWith(ErrorCode.PEER_ERROR)).hasMessageContaining("the end");
        assertThat(server.mood()).isEqualTo("happy");
    }

    @Test
    void aMessageThatDoesNotOpenEndsItLater() throws Exception {
        ServerPeer peer = ServerPeer.start(code);
        onKey(
                (client, added) -> {
                    client.sayPeer("pake", peer.pake());
                    client.sayPeer("version", peer.seal("version", "{}"));
                    // Sealed for another phase: a server cannot move messages about.
                    client.sayPeer("0", peer.seal("1", "{\"offer\":{\"message\":\"hi\"}}"));
                },
                peer);

        victim(WaitLimits.USUAL).failsWith(ErrorCode.WRONG_CODE);
        assertThat(server.mood()).isEqualTo("scary");
        assertThat(ui.outputBytes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "x", "\"x\""})
    void versionsThatAreNoneAreRefused(String versions) throws Exception {
        ServerPeer peer = ServerPeer.start(code);
        onKey(
                (client, added) -> {
                    client.sayPeer("pake", peer.pake());
                    client.sayPeer("version", peer.seal("version", versions));
                },
                peer);

        victim(WaitLimits.USUAL).failsWith(ErrorCode.MALFORMED_PEER_MESSAGE);
        assertThat(server.mood()).isEqualTo("errory");
    }

    @Test
    void versionsOfAnyOtherKindAreTaken() throws Exception {
        ServerPeer peer = ServerPeer.start(code);
        onKey(
                (client, added) -> {
                    client.sayPeer("pake", peer.pake());
                    client.sayPeer("version", peer.seal("version", "{\"can-dilate\":5,\"x\":[]}"));
                },
                peer);
        WaitLimits limits = WaitLimits.USUAL.withTransfer(new TransferLimits(SHORT, SHORT, SHORT));

        assertThat(victim(limits).failsWith(ErrorCode.TIMEOUT)).hasMessageContaining("no offer");
    }
}
