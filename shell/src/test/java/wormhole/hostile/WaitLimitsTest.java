package wormhole.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import wormhole.engine.WaitLimits;
import wormhole.engine.transfer.TransferLimits;
import wormhole.spi.CodeChoice;
import wormhole.spi.ErrorCode;
import wormhole.spi.Role;
import wormhole.spi.SendRequest;

/** Every wait has an end, and each end its own words. */
class WaitLimitsTest extends Scene {
    private static final Duration LONG = Duration.ofMinutes(1);

    private static WaitLimits transfer(Duration offer, Duration answer, Duration transit) {
        return WaitLimits.USUAL.withTransfer(new TransferLimits(offer, answer, transit));
    }

    @Test
    void forSomebodyToUseTheCode() throws Exception {
        Running victim = send(dialling(), WaitLimits.USUAL.withPeer(SHORT), SendRequest.ofText("hi"));

        assertThat(victim.failsWith(ErrorCode.TIMEOUT)).hasMessageContaining("nobody used the code");
        assertServerHoldsNothing();
    }

    @Test
    void forAnOffer() throws Exception {
        Running victim = receive(dialling(), transfer(SHORT, LONG, LONG));
        try (EvilPeer peer = peer()) {
            assertThat(victim.failsWith(ErrorCode.TIMEOUT)).hasMessageContaining("no offer came");
            assertThat(peer.hearError()).contains("no offer came");
        }
        assertUntouched();
        assertServerHoldsNothing();
    }

    @Test
    void forAnOfferHoweverMuchTheOtherSideChatters() throws Exception {
        Running victim = receive(dialling(), transfer(SHORT, LONG, LONG));
        try (EvilPeer peer = peer()) {
            var unused = peer.transitKey();
            while (!victim.isDone()) {
                peer.say("{\"weather\":\"fine\"}");
                Thread.onSpinWait();
            }
            victim.failsWith(ErrorCode.TIMEOUT);
        }
        assertServerHoldsNothing();
    }

    @Test
    void forAnAnswer() throws Exception {
        Running victim = send(dialling(), transfer(LONG, SHORT, LONG), SendRequest.ofPaths(file(10)));
        try (EvilPeer peer = peer()) {
            assertThat(victim.failsWith(ErrorCode.TIMEOUT)).hasMessageContaining("no answer");
            assertThat(peer.hearError()).contains("no answer");
        }
        assertServerHoldsNothing();
    }

    @Test
    void forTheReceiversTransitMessage() throws Exception {
        Running victim = send(dialling(), transfer(LONG, LONG, SHORT), SendRequest.ofPaths(file(10)));
        try (EvilPeer peer = peer()) {
            peer.say("{\"answer\":{\"file_ack\":\"ok\"}}");

            assertThat(victim.failsWith(ErrorCode.TIMEOUT)).hasMessageContaining("no transit message");
            assertThat(peer.hearError()).contains("no transit message");
        }
        assertServerHoldsNothing();
    }

    @Test
    void forTheSendersTransitMessage() throws Exception {
        Running victim = receive(dialling(), transfer(LONG, LONG, SHORT));
        try (EvilPeer peer = peer()) {
            peer.offerFile("x.bin", 5);

            assertThat(victim.failsWith(ErrorCode.TIMEOUT)).hasMessageContaining("no transit message");
            assertThat(peer.hearError()).contains("no transit message");
        }
        assertUntouched();
        assertServerHoldsNothing();
    }

    @Test
    void forAPath() throws Exception {
        Running victim = receive(servers.settings().withListening(false), withTransit(SHORT, LONG, LONG));
        try (EvilPeer peer = peer();
                RawTransit transit = RawTransit.listen(peer, Role.SENDER)) {
            peer.sayTransit(transit);
            peer.offerFile("x.bin", 5);

            assertThat(victim.failsWith(ErrorCode.TIMEOUT)).hasMessageContaining("no connection to the other side");
            assertThat(peer.hearError()).isNotBlank();
        }
        assertUntouched();
        assertServerHoldsNothing();
    }

    @Test
    void forAHandshake() throws Exception {
        Running victim = receive(dialling(), withTransit(LONG, SHORT, LONG));
        try (EvilPeer peer = peer();
                RawTransit transit = RawTransit.listen(peer, Role.SENDER)) {
            peer.sayTransit(transit);
            peer.offerFile("x.bin", 5);
            transit.accept();
            byte[] handshake = transit.handshake();
            transit.write(Arrays.copyOf(handshake, handshake.length - 1));

            victim.failsWith(ErrorCode.NO_PATH);
            assertThat(peer.hearError()).isNotBlank();
        }
        assertUntouched();
        assertServerHoldsNothing();
    }

    @Test
    void forTheServerToTakeTheConnection() throws Exception {
        try (Doorbell silent = Doorbell.silent()) {
            Running victim =
                    receive(dialling().withMailboxServer(silent.address("ws")), WaitLimits.USUAL.withServer(SHORT));

            victim.failsWith(ErrorCode.SERVER_UNREACHABLE);
        }
    }

    @Test
    void forTheServerToGreet() throws Exception {
        try (ScriptedServer server = ScriptedServer.start().onOpen(client -> {})) {
            Running victim =
                    receive(dialling().withMailboxServer(server.address()), WaitLimits.USUAL.withServer(SHORT));

            assertThat(victim.failsWith(ErrorCode.TIMEOUT)).hasMessageContaining("did not greet");
        }
    }

    @Test
    void forANameplate() throws Exception {
        try (ScriptedServer server = ScriptedServer.start().on("allocate", (client, message) -> {})) {
            WaitLimits limits = WaitLimits.USUAL.withCode(SHORT);
            Running victim = Running.start(() -> client(dialling().withMailboxServer(server.address()), limits)
                    .send(SendRequest.ofText("hi"), new CodeChoice.Allocate(2), false, ui));

            assertThat(victim.failsWith(ErrorCode.TIMEOUT)).hasMessageContaining("allocated no nameplate");
        }
    }

    @Test
    void forThePeerToProveThatItKnowsTheCode() throws Exception {
        try (ScriptedServer server = ScriptedServer.start()) {
            server.on(
                    "open",
                    (client, message) ->
                            client.sayPeer("pake", ServerPeer.start(code).pake()));
            Running victim =
                    receive(dialling().withMailboxServer(server.address()), WaitLimits.USUAL.withVersion(SHORT));

            assertThat(victim.failsWith(ErrorCode.TIMEOUT)).hasMessageContaining("did not prove");
            assertThat(server.mood()).isEqualTo("lonely");
        }
    }
}
