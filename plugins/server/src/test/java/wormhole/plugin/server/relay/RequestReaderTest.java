package wormhole.plugin.server.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RequestReaderTest {
    private final RequestReader reader = new RequestReader();

    @Test
    void putsALineTogetherAndLeavesTheRest() {
        assertThat(reader.read(bytes("please "))).isEmpty();
        ByteBuffer last = bytes("relay\nNOW");

        assertThat(reader.read(last)).contains("please relay");
        assertThat(last.remaining()).isEqualTo(3);
    }

    @Test
    void givesUpOnALineThatIsTooLong() {
        assertThat(reader.read(bytes("x".repeat(110)))).isEmpty();
        assertThat(reader.read(bytes("x"))).contains("");
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }
}
