package wormhole.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wormhole.spi.ErrorCode;
import wormhole.spi.Role;
import wormhole.spi.WormholeException;

/** A sender that knows the code and says what nobody should. */
class EvilSenderTest extends Scene {
    /** After whatever the sender said instead of an offer, the receiver fails, and says so. */
    private void assertRefused(String message, ErrorCode... codes) throws Exception {
        Running victim = receive();
        try (EvilPeer peer = peer()) {
            peer.say(message);

            WormholeException failure = victim.failsWith(codes);
            assertThat(peer.hearError()).isNotBlank();
            assertThat(failure.textForPeer()).doesNotContain(to.toString());
        }
        assertUntouched();
        assertServerHoldsNothing();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "\"x\"", "5", "{}", "{\"unheard-of\":{}}", "true"})
    void anOfferThatIsNoneIsRefused(String offer) throws Exception {
        assertRefused("{\"offer\":" + offer + "}", ErrorCode.UNKNOWN_OFFER, ErrorCode.MALFORMED_PEER_MESSAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "\"x\"", "5", "{}", "{\"filename\":\"x\"}", "{\"filesize\":5}"})
    void aFileOfferThatLacksSomethingIsRefused(String file) throws Exception {
        assertRefused("{\"offer\":{\"file\":" + file + "}}", ErrorCode.MALFORMED_PEER_MESSAGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1",
                "NaN",
                "5.5",
                "\"5\"",
                "null",
                "true",
                "[]",
                "9223372036854775808",
                "1180591620717411303424",
                "1e400",
                "-0.5",
                "Infinity"
            })
    void aSizeThatIsNoneIsRefused(String size) throws Exception {
        assertRefused(
                "{\"offer\":{\"file\":{\"filename\":\"x\",\"filesize\":" + size + "}}}",
                ErrorCode.MALFORMED_PEER_MESSAGE);
    }

    @Test
    void aSizeThatNoDiskHasIsRefused() throws Exception {
        assertRefused(
                "{\"offer\":{\"file\":{\"filename\":\"x\",\"filesize\":9223372036854775807}}}", ErrorCode.NO_SPACE);
    }

    @Test
    void twoKindsInOneOfferAreRefused() throws Exception {
        assertRefused(
                "{\"offer\":{\"message\":\"hi\",\"file\":{\"filename\":\"x\",\"filesize\":5}}}",
                ErrorCode.MALFORMED_PEER_MESSAGE);
        assertThat(ui.outputBytes()).isEmpty();
    }

    @Test
    void deepNestingIsRefused() throws Exception {
        assertRefused(
                "{\"offer\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}", ErrorCode.MALFORMED_PEER_MESSAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"x\"", "[1]", "null", "not json", "{\"offer\":", "{\"a\":1,\"a\":2}", ""})
    void aMessageThatIsNoObjectIsRefused(String message) throws Exception {
        assertRefused(message, ErrorCode.MALFORMED_PEER_MESSAGE);
    }

    @Test
    void aMessageThatIsNoUnicodeIsRefused() throws Exception {
        Running victim = receive();
        try (EvilPeer peer = peer()) {
            peer.say(new byte[] {'"', (byte) 0xc3, '"'});

            victim.failsWith(ErrorCode.MALFORMED_PEER_MESSAGE);
            assertThat(peer.hearError()).isNotBlank();
        }
    }

    @Test
    void anErrorInsteadOfAnOfferEndsIt() throws Exception {
        Running victim = receive();
        try (EvilPeer peer = peer()) {
            peer.say("{\"error\":\"so \\u001b[2J there\"}");

            assertThat(victim.failsWith(ErrorCode.PEER_ERROR)).hasMessageContaining("so \u001b[2J there");
        }
        assertUntouched();
        assertServerHoldsNothing();
    }

    /** An honest one, in fact: somebody pressed Ctrl-C there. */
    @Test
    void whoGivesUpWhileAPathIsLookedForIsNotWaitedFor() throws Exception {
        Running victim = receive();
        try (EvilPeer peer = peer();
                RawTransit transit = RawTransit.listen(peer, Role.SENDER)) {
            peer.sayTransit(transit);
            peer.offerFile("x.bin", 5);
            transit.accept();
            peer.say("[\"noise\"]");
            peer.say("{\"error\":\"transfer cancelled\"}");

            assertThat(victim.failsWith(ErrorCode.PEER_ERROR)).hasMessageContaining("transfer cancelled");
        }
        assertUntouched();
        assertServerHoldsNothing();
    }

    @Test
    void everyOfferOfTheVectorsComesOutAsItShould() throws Exception {
        for (OfferVector vector : OfferVector.all()) {
            furnish(Files.createTempDirectory(from, "vector"));
            Running victim = receive();
            try (EvilPeer peer = peer()) {
                peer.say(vector.json());
                vector.check(victim, peer, this);
            }
            assertServerHoldsNothing();
        }
    }
}
