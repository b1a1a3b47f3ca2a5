package wormhole.spi.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;

class PipePairTest {
    private final PipePair pipes = new PipePair();

    @Test
    void carriesRecordsBothWaysInOrder() throws WormholeException {
        pipes.sender().send(new byte[] {1});
        pipes.sender().send(new byte[0]);
        pipes.receiver().send(new byte[] {2});
        assertThat(pipes.receiver().receive()).isEqualTo(ByteBuffer.wrap(new byte[] {1}));
        assertThat(pipes.receiver().receive().hasRemaining()).isFalse();
        assertThat(pipes.sender().receive()).isEqualTo(ByteBuffer.wrap(new byte[] {2}));
    }

    @Test
    void deliversWhatWasSentBeforeItWasClosed() throws WormholeException {
        pipes.sender().send(new byte[] {1});
        pipes.sender().close();
        assertThat(pipes.receiver().receive().remaining()).isEqualTo(1);
        assertPeerLost(() -> pipes.receiver().receive());
    }

    @Test
    void takesNothingMoreWhenTheOtherSideIsGone() {
        pipes.receiver().close();
        assertPeerLost(() -> pipes.sender().send(new byte[] {1}));
    }

    private static void assertPeerLost(ThrowingCallable call) {
        assertThatExceptionOfType(WormholeException.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.PEER_LOST));
    }
}
