package wormhole.plugin.server.relay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RelayRequestTest {
    private static final String HEX_64 = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

    @ParameterizedTest
    @ValueSource(strings = {"please relay H", "please relay H for side 0123456789abcdef"})
    void takesOldAndNewRequests(String line) {
        assertThat(RelayRequest.parse(line.replace("H", HEX_64))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "please relay",
                "please DELAY H",
                "please relay 00112233445566778899aabbccddeeff00112233445566778899aabbccddeef",
                "please relay H0",
                "please relay H\r",
                " please relay H",
                "please relay H for side 0123456789abcde",
                "please relay H for side 0123456789abcdef0",
                "please relay H for side 0123456789",
                "please relay H for side 0123456789ABCDEF",
                "please relay H for side ________________",
                "please relay 00112233445566778899AABBCCDDEEFF00112233445566778899AABBCCDDEEFF",
                "please relay ________________________________________________________________",
                "GET / HTTP/1.1"
            })
    void refusesEverythingElse(String line) {
        assertThat(RelayRequest.parse(line.replace("H", HEX_64))).isEmpty();
    }
}
