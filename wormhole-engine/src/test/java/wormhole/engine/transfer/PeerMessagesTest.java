package wormhole.engine.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;
import wormhole.spi.testkit.FakeConversation;

class PeerMessagesTest {
    private static final Deadline SOON = Deadline.of("answer", Duration.ofMinutes(1));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    transfer rejected                                      | REJECTED_BY_PEER
                    sender rejected verification check, abandoned transfer | REJECTED_BY_PEER
                    no space left                                          | PEER_ERROR
                    connection lost                                        | PEER_LOST
                    """)
    void tellsAPersonsRefusalFromAFailure(String error, ErrorCode code) throws WormholeException {
        try (FakeConversation conversation = FakeConversation.open(Map.of(), Map.of())) {
            conversation.peer().sendJson(Map.of("error", error));

            assertThatExceptionOfType(WormholeException.class)
                    .isThrownBy(() -> new PeerMessages(conversation).next(SOON))
                    .satisfies(failure -> assertThat(failure.code()).isEqualTo(code));
        }
    }

    @Test
    void putsWordsToOneThatHasNone() throws WormholeException {
        try (FakeConversation conversation = FakeConversation.open(Map.of(), Map.of())) {
            conversation.peer().sendJson(Map.of("error", " \n"));

            assertThatExceptionOfType(WormholeException.class)
                    .isThrownBy(() -> new PeerMessages(conversation).next(SOON))
                    .satisfies(failure -> assertThat(failure.messageText()).contains("nothing about what"));
        }
    }

    @Test
    void showsTheBeginningOfALongOne() throws WormholeException {
        try (FakeConversation conversation = FakeConversation.open(Map.of(), Map.of())) {
            conversation.peer().sendJson(Map.of("error", "disk full " + "\ud83d\ude00".repeat(10_000)));

            assertThatExceptionOfType(WormholeException.class)
                    .isThrownBy(() -> new PeerMessages(conversation).next(SOON))
                    .satisfies(failure -> assertThat(failure.code()).isEqualTo(ErrorCode.PEER_ERROR))
                    .satisfies(failure -> assertThat(failure.messageText())
                            .startsWith("the other side says: disk full ")
                            .endsWith("\ud83d\ude00\u2026")
                            .hasSizeLessThan(1100));
        }
    }
}
