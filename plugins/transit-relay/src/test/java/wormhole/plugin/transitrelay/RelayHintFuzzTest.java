package wormhole.plugin.transitrelay;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import wormhole.engine.json.JsonTree;
import wormhole.spi.PeerValue;
import wormhole.spi.RelayAddress;
import wormhole.spi.WormholeException;

/** Hints of relays that are none; seeds and finds are run by every build. */
class RelayHintFuzzTest {
    @FuzzTest
    void aHintNamesAFewRelaysOrNone(byte[] data) {
        PeerValue hint;
        try {
            hint = JsonTree.readPeer(data, "hint");
        } catch (WormholeException e) {
            return;
        }
        List<RelayAddress> relays = RelayHint.read(hint).toList();
        assertThat(relays).hasSizeLessThanOrEqualTo(32);
        assertThat(relays).allMatch(relay -> Double.isFinite(relay.priority()));
        for (RelayAddress relay : relays) {
            if (relay instanceof RelayAddress.Tcp tcp) {
                assertThat(tcp.port()).isBetween(1, 65_535);
                assertThat(tcp.hostname()).matches("[!-~]{1,255}").doesNotContain("/", "@");
            } else if (relay instanceof RelayAddress.WebSocket socket) {
                assertThat(socket.url().getScheme()).isIn("ws", "wss");
                assertThat(socket.url().getHost()).isNotEmpty();
            }
        }
    }
}
