package wormhole.plugin.sshkey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Keys that open the wrong door; seeds and finds are run by every build. */
class PublicKeyFuzzTest {
    @FuzzTest
    void aKeyIsOneHarmlessLineOrRefused(byte[] data) throws BadKey {
        PublicKey key;
        try {
            key = PublicKey.parse(new String(data, UTF_8));
        } catch (BadKey e) {
            assertThat(e).hasMessageNotContaining("\n");
            return;
        }
        assertThat(key.line())
                .doesNotContain("\n", "\r", "\u001b")
                .startsWith(key.type().typeName() + " ");
        assertThat(PublicKey.parse(key.line())).isEqualTo(key);
        assertThat(key.fingerprint()).matches("SHA256:[A-Za-z0-9+/]{43}");
    }
}
