package wormhole.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import wormhole.engine.WaitLimits;
import wormhole.engine.transfer.Consent;
import wormhole.spi.CodeChoice;
import wormhole.spi.ErrorCode;
import wormhole.spi.ReceiveRequest;
import wormhole.spi.Role;

/** An interrupted download leaves a part that says what it is, if it was asked for; and never otherwise. */
class KeepPartialTest extends Scene {
    private static final byte[] WHOLE = content(1000);

    private Running receiveKeeping() {
        return Running.start(() -> client(dialling(), WaitLimits.USUAL)
                .receive(
                        ReceiveRequest.into(to).keepingPartial(),
                        new CodeChoice.Given(code),
                        Consent.GIVEN,
                        false,
                        ui));
    }

    /** Sends some bytes and what else the test wants, then hangs up. */
    private void interrupted(Running victim, String name, int bytes, byte[] more, ErrorCode expected) throws Exception {
        try (EvilPeer peer = peer();
                RawTransit transit = RawTransit.listen(peer, Role.SENDER)) {
            peer.sayTransit(transit);
            peer.offerFile(name, WHOLE.length);
            transit.connect().sendRecord(Arrays.copyOf(WHOLE, bytes));
            transit.write(more);
            transit.hangUp();
            victim.failsWith(expected);
        }
    }

    @Test
    void whatCameIsKeptInTheOpenWithAManifest() throws Exception {
        interrupted(receiveKeeping(), "x \"1\".bin", 600, new byte[0], ErrorCode.PEER_LOST);

        assertThat(to.toFile().list()).containsExactlyInAnyOrder("kept", "x \"1\".bin.part", "x \"1\".bin.part.json");
        assertThat(to.resolve("x \"1\".bin.part")).hasBinaryContent(Arrays.copyOf(WHOLE, 600));
        JsonNode manifest =
                new ObjectMapper().readTree(to.resolve("x \"1\".bin.part.json").toFile());
        assertThat(manifest.get("name").asText()).isEqualTo("x \"1\".bin");
        assertThat(manifest.get("size").asLong()).isEqualTo(1000);
        assertThat(manifest.get("received").asLong()).isEqualTo(600);
        assertThat(manifest.get("sha256").asText())
                .matches("[0-9a-f]{64}")
                .isEqualTo(ui.event("partial").fields().get("sha256"));
        assertThat(ui.event("partial").text()).contains("Incomplete", "x \"1\".bin.part");
        assertServerHoldsNothing();
    }

    @Test
    void anotherPartReplacesNothing() throws Exception {
        Files.writeString(to.resolve("x.part"), "mine");
        interrupted(receiveKeeping(), "x", 600, new byte[0], ErrorCode.PEER_LOST);

        assertThat(to.toFile().list()).containsExactlyInAnyOrder("kept", "x.part", "x (1).part", "x (1).part.json");
        assertThat(to.resolve("x.part")).hasContent("mine");
    }

    @Test
    void thePersonIsToldOfAPartWhenTheSameComesAgain() throws Exception {
        interrupted(receiveKeeping(), "x", 600, new byte[0], ErrorCode.PEER_LOST);
        assertThat(ui.events()).noneMatch(event -> event.text().contains("earlier download"));
        code = freshCode();

        interrupted(receive(), "x", 600, new byte[0], ErrorCode.PEER_LOST);

        assertThat(ui.events()).anyMatch(event -> event.text().contains("x.part' is of an earlier download"));
        assertThat(to.toFile().list()).containsExactlyInAnyOrder("kept", "x.part", "x.part.json");
    }

    @Test
    void anInterruptAtThisSideKeepsItToo() throws Exception {
        Running victim = receiveKeeping();
        try (EvilPeer peer = peer();
                RawTransit transit = RawTransit.listen(peer, Role.SENDER)) {
            peer.sayTransit(transit);
            peer.offerFile("x", WHOLE.length);
            transit.connect().sendRecord(Arrays.copyOf(WHOLE, 10));
            awaitProgress(victim, 10);
            victim.interrupt();

            victim.failsWith(ErrorCode.INTERRUPTED);
        }
        assertThat(to.resolve("x.part")).hasBinaryContent(Arrays.copyOf(WHOLE, 10));
    }

    @Test
    void nothingIsKeptOfWhatWasTamperedWith() throws Exception {
        interrupted(receiveKeeping(), "x", 600, new byte[100], ErrorCode.INTEGRITY);
        assertUntouched();
    }

    @Test
    void nothingIsKeptIfNothingCame() throws Exception {
        interrupted(receiveKeeping(), "x", 0, new byte[0], ErrorCode.PEER_LOST);
        assertUntouched();
    }

    @Test
    void nothingIsKeptUnasked() throws Exception {
        interrupted(receive(), "x", 600, new byte[0], ErrorCode.PEER_LOST);
        assertUntouched();
    }
}
