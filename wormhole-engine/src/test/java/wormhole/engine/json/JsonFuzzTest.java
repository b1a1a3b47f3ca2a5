package wormhole.engine.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import wormhole.spi.ErrorCode;
import wormhole.spi.PeerValue;
import wormhole.spi.WormholeException;

/** JSON from a peer that nobody thought of; seeds and finds are run by every build. */
class JsonFuzzTest {
    private static final ObjectMapper JUDGE = new ObjectMapper();
    private static final List<String> NAMES = List.of("offer", "file", "filesize", "hints-v1", "port", "error", "");

    @FuzzTest
    void jsonIsReadOrRefusedAndSoIsEachOfItsValues(byte[] data) throws IOException {
        PeerValue value;
        try {
            value = JsonTree.readPeer(data, "message");
        } catch (WormholeException e) {
            assertThat(e.code()).isEqualTo(ErrorCode.MALFORMED_PEER_MESSAGE);
            return;
        }
        assertThat(JUDGE.readTree(data).isMissingNode())
                .as("JSON for others too")
                .isFalse();
        look(value, 0);
    }

    private static void look(PeerValue value, int depth) {
        assertThat(depth).isLessThanOrEqualTo(32);
        read(() -> assertThat(value.text(100)).hasSizeLessThanOrEqualTo(100));
        read(() -> assertThat(value.wholeNumber(0, 1000)).isBetween(0L, 1000L));
        read(() -> assertThat(value.wholeNumber(Long.MIN_VALUE, 0)).isNotPositive());
        read(() -> assertThat(Double.isFinite(value.number())).isTrue());
        read(() -> assertThat(value.truth()).isIn(true, false));
        read(() -> value.elements(1000).forEach(each -> look(each, depth + 1)));
        for (String name : NAMES) {
            read(() -> value.optional(name).ifPresent(each -> look(each, depth + 1)));
        }
    }

    private interface Reading {
        void run() throws WormholeException;
    }

    private static void read(Reading reading) {
        try {
            reading.run();
        } catch (WormholeException e) {
            assertThat(e.code()).isEqualTo(ErrorCode.MALFORMED_PEER_MESSAGE);
        }
    }
}
