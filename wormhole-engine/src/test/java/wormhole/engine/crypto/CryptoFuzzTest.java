package wormhole.engine.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;

/** Key exchange messages and ciphertexts of a stranger; seeds and finds are run by every build. */
class CryptoFuzzTest {
    private static final byte[] ENTROPY = new byte[64];

    static {
        Arrays.fill(ENTROPY, (byte) 7);
    }

    @FuzzTest
    void aKeyExchangeMessageLeadsToTheTextbooksKeyOrIsRefused(byte[] data) throws Exception {
        Spake2 exchange = Spake2.start("7-a-b", "app", n -> ENTROPY.clone());
        SharedKey key;
        try {
            key = exchange.finish(data);
        } catch (WormholeException e) {
            assertThat(e.code()).isIn(ErrorCode.WRONG_CODE, ErrorCode.REFLECTION);
            return;
        }
        assertThat(data).hasSize(33).startsWith('S');
        byte[] judged = new IndependentSpake2("7-a-b".getBytes(UTF_8), "app".getBytes(UTF_8), ENTROPY).finish(data);
        assertThat(key).isEqualTo(new SharedKey(Secret.owning(judged)));
    }

    @FuzzTest
    void whatWasNotSealedIsNotOpened(byte[] data) {
        PhaseKey key = new PhaseKey(Secret.owning(new byte[32]));
        try {
            byte[] opened = key.open(data);
            assertThat(key.seal(opened, n -> Arrays.copyOf(data, n))).isEqualTo(data);
        } catch (WormholeException e) {
            assertThat(e.code()).isEqualTo(ErrorCode.WRONG_CODE);
        }
    }
}
