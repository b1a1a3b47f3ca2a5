package wormhole.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wormhole.engine.WaitLimits;
import wormhole.spi.ErrorCode;
import wormhole.spi.Role;
import wormhole.spi.SendRequest;

/** A receiver that knows the code and means harm. */
class EvilReceiverTest extends Scene {
    private static final int SIZE = 1000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "[]",
                "\"ok\"",
                "5",
                "{}",
                "{\"message_ack\":\"ok\"}",
                "{\"file_ack\":true}",
                "{\"file_ack\":null}",
                "{\"file_ack\":[\"ok\"]}"
            })
    void anAnswerThatIsNoneIsRefused(String answer) throws Exception {
        Running victim = sendFile(SIZE);
        try (EvilPeer peer = peer()) {
            peer.say("{\"answer\":" + answer + "}");

            victim.failsWith(ErrorCode.MALFORMED_PEER_MESSAGE);
            assertThat(peer.hearError()).isNotBlank();
        }
        assertServerHoldsNothing();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"x\"", "[]", "nonsense", "{\"answer\":"})
    void aMessageThatIsNoObjectIsRefused(String message) throws Exception {
        Running victim = sendFile(SIZE);
        try (EvilPeer peer = peer()) {
            peer.say(message);

            victim.failsWith(ErrorCode.MALFORMED_PEER_MESSAGE);
            assertThat(peer.hearError()).isNotBlank();
        }
        assertServerHoldsNothing();
    }

    @ParameterizedTest
    @CsvSource({"transfer rejected, REJECTED_BY_PEER", "disk full, PEER_ERROR", "'', PEER_ERROR"})
    void anErrorInsteadOfAnAnswerEndsIt(String error, ErrorCode code) throws Exception {
        Running victim = sendFile(SIZE);
        try (EvilPeer peer = peer()) {
            peer.say(Map.of("error", error));

            victim.failsWith(code);
        }
        assertServerHoldsNothing();
    }

    @Test
    void aTextThatIsNotTakenIsNotSent() throws Exception {
        Running victim = send(dialling(), WaitLimits.USUAL, SendRequest.ofText("hi"));
        try (EvilPeer peer = peer()) {
            peer.say("{\"answer\":{\"message_ack\":\"no\"}}");

            victim.failsWith(ErrorCode.REJECTED_BY_PEER);
        }
        assertServerHoldsNothing();
    }

    /** What the receiver does once there is a connection. */
    private interface Taking {
        void from(RawTransit transit) throws Exception;
    }

    private Running sendTo(WaitLimits limits, int size, Taking taking, boolean told) throws Exception {
        Running victim = send(dialling(), limits, SendRequest.ofPaths(file(size)));
        try (EvilPeer peer = peer();
                RawTransit transit = RawTransit.listen(peer, Role.RECEIVER)) {
            peer.sayTransit(transit);
            peer.say("{\"answer\":{\"file_ack\":\"ok\"}}");
            taking.from(transit.connect());
            if (told) {
                assertThat(peer.hearError()).isNotBlank();
            }
            var unused = victim.outcome();
        }
        assertServerHoldsNothing();
        return victim;
    }

    private static Taking acknowledging(String ack) {
        return transit -> {
            transit.receiveAll(SIZE);
            transit.sendRecord(ack);
        };
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"ack":"no"}                       | INTEGRITY
            {"ack":"OK"}                       | INTEGRITY
            {"ack":"ok","sha256":"00"}         | INTEGRITY
            {"ack":"ok","sha256":5}            | MALFORMED_PEER_MESSAGE
            {"ack":"ok","sha256":null}         | MALFORMED_PEER_MESSAGE
            {"ack":true}                       | MALFORMED_PEER_MESSAGE
            {"sha256":"00"}                    | MALFORMED_PEER_MESSAGE
            []                                 | MALFORMED_PEER_MESSAGE
            ok                                 | MALFORMED_PEER_MESSAGE
            ''                                 | MALFORMED_PEER_MESSAGE
            """)
    void aConfirmationThatIsNoneIsNoSuccess(String ack, ErrorCode code) throws Exception {
        sendTo(WaitLimits.USUAL, SIZE, acknowledging(ack), true).failsWith(code);
    }

    @Test
    void anotherHashIsNoSuccess() throws Exception {
        String hash = sha256(content(SIZE)).replace('0', '1');
        sendTo(WaitLimits.USUAL, SIZE, acknowledging("{\"ack\":\"ok\",\"sha256\":\"" + hash + "\"}"), true)
                .failsWith(ErrorCode.INTEGRITY);
    }

    @Test
    void theHashMayBeInCapitalsOrMissing() throws Exception {
        String hash = sha256(content(SIZE)).toUpperCase(Locale.ROOT);
        sendTo(WaitLimits.USUAL, SIZE, acknowledging("{\"ack\":\"ok\",\"sha256\":\"" + hash + "\"}"), false)
                .succeeds();
        furnishAgain();
        sendTo(WaitLimits.USUAL, SIZE, acknowledging("{\"ack\":\"ok\"}"), false).succeeds();
    }

    private void furnishAgain() throws Exception {
        furnish(Files.createTempDirectory(from, "again"));
    }

    @Test
    void aHugeConfirmationIsRefused() throws Exception {
        sendTo(
                        WaitLimits.USUAL,
                        SIZE,
                        transit -> {
                            transit.receiveAll(SIZE);
                            transit.sendRecord(new byte[1 << 20]);
                        },
                        true)
                .failsWith(ErrorCode.MALFORMED_PEER_MESSAGE);
    }

    @Test
    void closingInsteadOfConfirmingIsNoSuccess() throws Exception {
        sendTo(
                        WaitLimits.USUAL,
                        SIZE,
                        transit -> {
                            transit.receiveAll(SIZE);
                            transit.hangUp();
                        },
                        true)
                .failsWith(ErrorCode.NOT_CONFIRMED);
    }

    @Test
    void silenceInsteadOfAConfirmationIsNoSuccess() throws Exception {
        WaitLimits limits = withTransit(SHORT.multipliedBy(50), SHORT.multipliedBy(50), SHORT);

        sendTo(limits, SIZE, transit -> transit.receiveAll(SIZE), true).failsWith(ErrorCode.NOT_CONFIRMED);
    }

    @Test
    void ourOwnRecordIsNoConfirmation() throws Exception {
        sendTo(
                        WaitLimits.USUAL,
                        SIZE,
                        transit -> {
                            byte[] length = transit.read(Integer.BYTES);
                            transit.write(length);
                            transit.write(transit.read(ByteBuffer.wrap(length).getInt()));
                        },
                        true)
                .failsWith(ErrorCode.INTEGRITY);
    }

    @Test
    void aConfirmationBeforeTheEndIsNoSuccess() throws Exception {
        sendTo(
                        WaitLimits.USUAL,
                        8 << 20,
                        transit -> {
                            transit.sendRecord("{\"ack\":\"ok\"}");
                            transit.receiveAll(1 << 20);
                            transit.reset();
                        },
                        true)
                .failsWith(ErrorCode.PEER_LOST);
    }

    @Test
    void aReceiverThatStopsReadingIsGivenUp() throws Exception {
        WaitLimits limits = withTransit(SHORT.multipliedBy(50), SHORT.multipliedBy(50), SHORT);

        sendTo(limits, 32 << 20, transit -> transit.receiveAll(1), true).failsWith(ErrorCode.TIMEOUT);
    }

    @Test
    void whoOnlyEchoesTheHandshakeIsNotTheReceiver() throws Exception {
        Running victim = sendFile(SIZE);
        try (EvilPeer peer = peer();
                RawTransit transit = RawTransit.listen(peer, Role.RECEIVER)) {
            peer.sayTransit(transit);
            peer.say("{\"answer\":{\"file_ack\":\"ok\"}}");
            transit.accept();
            transit.write(transit.read(transit.handshake().length - 2));

            victim.failsWith(ErrorCode.NO_PATH);
            assertThat(peer.hearError()).isNotBlank();
            assertThat(transit.isHungUp()).isTrue();
        }
        assertServerHoldsNothing();
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "{}", "{\"hints-v1\":5}", "{\"hints-v1\":[null]}"})
    void aReceiverThatCannotBeReachedIsAClearFailure(String transit) throws Exception {
        Running victim = sendFile(SIZE);
        try (EvilPeer peer = peer()) {
            peer.say("{\"transit\":" + transit + "}");
            peer.say("{\"answer\":{\"file_ack\":\"ok\"}}");

            victim.failsWith(ErrorCode.NO_PATH);
            assertThat(peer.hearError()).isNotBlank();
        }
        assertServerHoldsNothing();
    }
}
