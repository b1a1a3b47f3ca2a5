package wormhole.plugin.server.proxy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import wormhole.spi.WormholeException;

/** What might stand in front of a connection; seeds and finds are run by every build. */
class ProxyFuzzTest {
    @FuzzTest
    void aHeaderMeansTheSameInOneOrInManyPieces(byte[] data) {
        ByteBuffer whole = ByteBuffer.wrap(data);
        String atOnce = read(whole);

        ByteBuffer pieces = ByteBuffer.wrap(data);
        String piecewise = "none yet";
        for (int end = 0; end <= data.length && piecewise.equals("none yet"); end++) {
            pieces.limit(end);
            piecewise = read(pieces);
        }
        assertThat(piecewise).isEqualTo(atOnce);
        if (!atOnce.equals("malformed")) {
            assertThat(pieces.position()).isEqualTo(whole.position());
        }
        if (data.length >= ProxyHeader.MAX_BYTES) {
            assertThat(atOnce)
                    .as("nobody waits for more than the longest header")
                    .isNotEqualTo("none yet");
        }
    }

    private static String read(ByteBuffer bytes) {
        try {
            int before = bytes.position();
            Optional<ProxyHeader> header = ProxyHeader.read(bytes);
            if (header.isEmpty()) {
                assertThat(bytes.position()).isEqualTo(before);
            }
            return header.map(ProxyHeader::toString).orElse("none yet");
        } catch (ProxyHeader.Malformed e) {
            return "malformed";
        }
    }

    @FuzzTest
    void aHeaderOfHttpNamesAnAddressOrNobody(byte[] data) throws WormholeException {
        TrustedProxies trusted = TrustedProxies.parse(List.of("127.0.0.1,10.0.0.0/8"));
        String text = new String(data, ISO_8859_1);
        for (ClientHeader header : ClientHeader.values()) {
            header.client(name -> text, trusted)
                    .ifPresent(client -> assertThat(client.isUnresolved()).isFalse());
        }
    }
}
