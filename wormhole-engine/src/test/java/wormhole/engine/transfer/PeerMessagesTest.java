package wormhole.engine.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Map;
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
                    """)
    void tellsAPersonsRefusalFromAFailure(String error, ErrorCode code) throws WormholeException {
        try (FakeConversation conversation = FakeConversation.open(Map.of(), Map.of())) {
            conversation.peer().sendJson(Map.of("error", error));

            assertThatExceptionOfType(WormholeException.class)
                    .isThrownBy(() -> new PeerMessages(conversation).next(SOON))
                    .satisfies(failure -> assertThat(failure.code()).isEqualTo(code));
        }
    }
}
