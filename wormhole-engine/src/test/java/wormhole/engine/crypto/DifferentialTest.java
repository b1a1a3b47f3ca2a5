package wormhole.engine.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.goterl.lazysodium.LazySodiumJava;
import com.goterl.lazysodium.SodiumJava;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Our cryptography against implementations that share no line with it. */
class DifferentialTest {
    private static final LazySodiumJava LIBSODIUM = new LazySodiumJava(new SodiumJava());
    private static final int LAYOUT = SecretBox.TAG_BYTES;

    @Property(tries = 300)
    void libsodiumOpensWhatWeSealAndTheOtherWayRound(
            @ForAll @IntRange(max = 30_000) int length,
            @ForAll long seed,
            @ForAll @Size(32) byte[] key,
            @ForAll @Size(24) byte[] nonce) {
        byte[] plaintext = new byte[length];
        new Random(seed).nextBytes(plaintext);
        byte[] theirs = new byte[LAYOUT + length];
        assertThat(LIBSODIUM.cryptoSecretBoxEasy(theirs, plaintext, length, nonce, key))
                .isTrue();

        for (SecretBox box :
                new SecretBox[] {SecretBoxes.lanes(key, new BulkTrial(System::nanoTime)), new BouncyCastleSecretBox(key)
                }) {
            byte[] ours = new byte[LAYOUT + length];
            System.arraycopy(plaintext, 0, ours, LAYOUT, length);
            box.seal(nonce, ours, LAYOUT, length, ours, 0);
            assertThat(Arrays.equals(ours, theirs)).as("sealed alike").isTrue();

            byte[] opened = theirs.clone();
            assertThat(box.open(nonce, opened, LAYOUT, length, theirs, 0)).isTrue();
            assertThat(Arrays.equals(opened, LAYOUT, LAYOUT + length, plaintext, 0, length))
                    .isTrue();
        }
    }

    @Property(tries = 20, edgeCases = net.jqwik.api.EdgeCasesMode.NONE)
    void theTextbooksSpake2ReachesOurKey(
            @ForAll String code, @ForAll @Size(64) byte[] ours, @ForAll @Size(64) byte[] theirs) throws Exception {
        theirs[0] = (byte) (ours[0] ^ 1);
        Spake2 a = Spake2.start(code, "app", n -> ours.clone());
        IndependentSpake2 b = new IndependentSpake2(nfc(code), "app".getBytes(UTF_8), theirs);

        SharedKey key = new SharedKey(Secret.owning(b.finish(a.message())));
        assertThat(a.finish(b.message())).isEqualTo(key);
    }

    private static byte[] nfc(String text) {
        return java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFC)
                .getBytes(UTF_8);
    }
}
