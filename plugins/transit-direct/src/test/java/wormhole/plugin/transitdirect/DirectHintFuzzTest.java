package wormhole.plugin.transitdirect;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import wormhole.engine.json.JsonTree;
import wormhole.spi.PeerValue;
import wormhole.spi.WormholeException;

/** Hints that lead nowhere good; seeds and finds are run by every build. */
class DirectHintFuzzTest {
    @FuzzTest
    void aHintIsAnAddressOrLeftOut(byte[] data) {
        PeerValue hint;
        try {
            hint = JsonTree.readPeer(data, "hint");
        } catch (WormholeException e) {
            return;
        }
        DirectHint.read(hint).ifPresent(read -> {
            assertThat(read.port()).isBetween(1, 65_535);
            assertThat(read.hostname()).matches("[!-~]{1,255}").doesNotContain("/", "@", "\\");
            assertThat(Double.isFinite(read.priority())).isTrue();
        });
    }
}
