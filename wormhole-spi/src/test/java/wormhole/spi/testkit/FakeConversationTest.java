package wormhole.spi.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import wormhole.spi.ErrorCode;
import wormhole.spi.Role;
import wormhole.spi.WormholeException;

class FakeConversationTest {
    private final FakeConversation ours = FakeConversation.open(Map.of("who", "we"), Map.of("who", "they"));
    private final FakeConversation theirs = ours.peer();

    @Test
    void carriesMessagesBothWays() throws WormholeException {
        ours.send(new byte[] {1});
        ours.sendJson(Map.of("a", "b"));
        theirs.send(new byte[] {2});
        assertThat(theirs.receive()).containsExactly(1);
        assertThat(theirs.receiveJson().field("a").text(10)).isEqualTo("b");
        assertThat(ours.receive()).containsExactly(2);
    }

    @Test
    void tellsEachSideWhatTheOtherCanDo() throws WormholeException {
        assertThat(ours.peerVersions().field("who").text(10)).isEqualTo("they");
        assertThat(theirs.peerVersions().field("who").text(10)).isEqualTo("we");
    }

    @Test
    void derivesTheSameKeysOnBothSidesAndAnotherForEachPurpose() {
        assertThat(ours.deriveKey("a", 100)).hasSize(100).isEqualTo(theirs.deriveKey("a", 100));
        assertThat(ours.deriveKey("a", 100)).isNotEqualTo(ours.deriveKey("b", 100));
        assertThat(ours.verifier()).hasSize(32).isEqualTo(theirs.verifier());
    }

    @Test
    void connectsOppositeRoles() throws WormholeException {
        ours.connect(Role.SENDER).send(new byte[] {7});
        assertThat(theirs.connect(Role.RECEIVER).receive().get()).isEqualTo((byte) 7);
    }

    @Test
    void endsForBothWhenOneGoes() {
        theirs.close();
        assertThatExceptionOfType(WormholeException.class)
                .isThrownBy(ours::receive)
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.PEER_LOST));
    }
}
