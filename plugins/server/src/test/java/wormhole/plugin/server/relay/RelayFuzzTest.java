package wormhole.plugin.server.relay;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.util.Optional;

/** First words to a relay; seeds and finds are run by every build. */
class RelayFuzzTest {
    @FuzzTest
    void aRequestIsReadOrRefusedInOneOrInManyPieces(byte[] data) {
        Optional<String> atOnce = new RequestReader().read(ByteBuffer.wrap(data));
        RequestReader reader = new RequestReader();
        Optional<String> piecewise = Optional.empty();
        for (int i = 0; i < data.length && piecewise.isEmpty(); i++) {
            piecewise = reader.read(ByteBuffer.wrap(data, i, 1));
        }

        assertThat(piecewise).isEqualTo(atOnce);
        assertThat(atOnce.isPresent() || data.length <= RelayRequest.MAX_LENGTH).isTrue();
        Optional<RelayRequest> request = atOnce.flatMap(RelayRequest::parse);
        if (request.isPresent()) {
            assertThat(new String(data, ISO_8859_1))
                    .startsWith("please relay " + request.get().token());
            assertThat(request.get().token()).matches("[0-9a-f]{64}");
        }
    }
}
