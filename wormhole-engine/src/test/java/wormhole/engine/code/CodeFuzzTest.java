package wormhole.engine.code;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;

/** Codes and links from wherever people copy them; seeds and finds are run by every build. */
class CodeFuzzTest {
    @FuzzTest
    void aCodeIsReadOrRefusedAndNotTold(byte[] data) throws WormholeException {
        WormholeCode code;
        try {
            code = WormholeCode.parse(new String(data, UTF_8));
        } catch (WormholeException e) {
            assertThat(e.code()).isEqualTo(ErrorCode.MALFORMED_CODE);
            return;
        }
        assertThat(WormholeCode.parse(code.text()).text()).isEqualTo(code.text());
        assertThat(code.text().codePoints()).noneMatch(each -> Character.isISOControl(each) || each == ' ');
        assertThat(code.toString()).isEqualTo("WormholeCode[" + code.nameplate() + "-…]");
    }

    @FuzzTest
    void aLinkIsReadOrRefusedAndComesBackAsItWas(byte[] data) throws WormholeException {
        TransferUri uri;
        try {
            uri = TransferUri.parse(new String(data, UTF_8));
        } catch (WormholeException e) {
            assertThat(e.code()).isEqualTo(ErrorCode.MALFORMED_CODE);
            return;
        }
        TransferUri again = TransferUri.parse(uri.text());
        assertThat(again.code().text()).isEqualTo(uri.code().text());
        assertThat(again.server()).isEqualTo(uri.server());
        assertThat(again.leader()).isEqualTo(uri.leader());
    }
}
