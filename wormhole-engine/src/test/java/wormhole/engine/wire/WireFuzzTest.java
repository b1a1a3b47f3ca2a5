package wormhole.engine.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;

/** Frames of a mailbox server that has gone mad; seeds and finds are run by every build. */
class WireFuzzTest {
    @FuzzTest
    void aFrameIsReadOrRefused(byte[] data) {
        try {
            ServerMessage message = ServerMessage.read(new String(data, UTF_8));
            if (message instanceof ServerMessage.Message said) {
                assertThat(said.side().length() + said.phase().length()).isLessThanOrEqualTo(2000);
                assertThat(said.body().length).isLessThanOrEqualTo(data.length / 2);
            } else if (message instanceof ServerMessage.Allocated allocated) {
                assertThat(allocated.nameplate()).matches("[0-9]{1,40}");
            }
        } catch (WormholeException e) {
            assertThat(e.code()).isEqualTo(ErrorCode.MALFORMED_SERVER_MESSAGE);
        }
    }
}
