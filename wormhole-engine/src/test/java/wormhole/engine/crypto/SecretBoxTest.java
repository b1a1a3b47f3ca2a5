package wormhole.engine.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wormhole.engine.testing.Vectors.hex;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.bouncycastle.crypto.params.KeyParameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wormhole.engine.testing.Vectors;
import wormhole.spi.WormholeException;

class SecretBoxTest {
    static Stream<JsonNode> sealed() {
        return Stream.concat(Stream.of(Vectors.at("secretbox/upstream")), Vectors.each("secretbox/generated"))
                .filter(vector -> vector.hasNonNull("plaintext") && vector.hasNonNull("sealed"));
    }

    static Stream<JsonNode> rejected() {
        return Vectors.each("secretbox/reject");
    }

    @ParameterizedTest
    @MethodSource("sealed")
    void sealsAndOpensToTheKnownBytes(JsonNode vector) throws WormholeException {
        PhaseKey key = new PhaseKey(Secret.owning(hex(vector, "key")));
        byte[] plaintext = hex(vector, "plaintext");

        assertThat(hex(key.seal(plaintext, n -> hex(vector, "nonce"))))
                .isEqualTo(vector.get("sealed").asText());
        assertThat(key.open(hex(vector, "sealed"))).isEqualTo(plaintext);
    }

    @ParameterizedTest
    @MethodSource("rejected")
    void refusesWhatWasTamperedWith(JsonNode vector) {
        PhaseKey key = new PhaseKey(Secret.owning(hex(vector, "key")));

        assertThatThrownBy(() -> key.open(hex(vector, "sealed"))).isInstanceOf(WormholeException.class);
    }

    @Property(tries = 200)
    void opensWhatItSealedAtAnyOffsetAndNothingElse(
            @ForAll @Size(max = 300) byte[] data,
            @ForAll @IntRange(max = 40) int offset,
            @ForAll @Size(32) byte[] key,
            @ForAll @IntRange(max = 100_000) int flip) {
        BouncyCastleSecretBox box = new BouncyCastleSecretBox(key);
        byte[] nonce = new byte[24];
        byte[] tag = new byte[16];
        byte[] work = new byte[offset + data.length + 3];
        System.arraycopy(data, 0, work, offset, data.length);

        box.seal(nonce, work, offset, data.length, tag, 0);
        byte[] tampered = work.clone();
        byte[] tamperedTag = tag.clone();
        byte[] target = data.length > 0 && flip % 2 == 0 ? tampered : tamperedTag;
        int at = target == tampered ? offset + flip % data.length : flip % tag.length;
        target[at] ^= 4;

        assertThat(box.open(nonce, tampered, offset, data.length, tamperedTag, 0))
                .isFalse();
        assertThat(box.open(nonce, work, offset, data.length, tag, 0)).isTrue();
        assertThat(Arrays.copyOfRange(work, offset, offset + data.length)).isEqualTo(data);
    }

    /** Bouncy Castle is the judge. */
    @Property(tries = 300)
    void manyLanesSealLikeOne(
            @ForAll @IntRange(max = 40_000) int length,
            @ForAll @IntRange(max = 9) int offset,
            @ForAll @Size(32) byte[] key,
            @ForAll @Size(24) byte[] nonce,
            @ForAll byte fill) {
        byte[] expected = new byte[offset + length + 3];
        Arrays.fill(expected, fill);
        byte[] data = expected.clone();
        byte[] expectedTag = new byte[16];
        byte[] tag = new byte[16];
        SecretBox box = SecretBoxes.lanes(key, new BulkTrial(System::nanoTime));

        new BouncyCastleSecretBox(key).seal(nonce, expected, offset, length, expectedTag, 0);
        box.seal(nonce, data, offset, length, tag, 0);

        assertThat(tag).isEqualTo(expectedTag);
        assertThat(data).isEqualTo(expected);
        tag[length % 16] ^= 1;
        assertThat(box.open(nonce, data, offset, length, tag, 0)).isFalse();
        assertThat(data).isEqualTo(expected);
        assertThat(box.open(nonce, data, offset, length, expectedTag, 0)).isTrue();
        byte[] plaintext = new byte[data.length];
        Arrays.fill(plaintext, fill);
        assertThat(data).isEqualTo(plaintext);
    }

    /** Limbs that are as full as they can be, where a lost carry would show. */
    @Property(tries = 300)
    void authenticatesFullLimbsLikeTheJudge(
            @ForAll @IntRange(max = 200) int length, @ForAll @Size(32) byte[] key, @ForAll boolean fullKey) {
        byte[] data = new byte[length];
        Arrays.fill(data, (byte) 0xff);
        if (fullKey) {
            Arrays.fill(key, 0, 16, (byte) 0xff);
        }
        org.bouncycastle.crypto.macs.Poly1305 judge = new org.bouncycastle.crypto.macs.Poly1305();
        judge.init(new KeyParameter(key));
        judge.update(data, 0, length);
        byte[] expected = new byte[16];
        judge.doFinal(expected, 0);

        Poly1305 authenticator = new Poly1305(key);
        authenticator.update(data, 0, length);
        byte[] tag = authenticator.finish();

        assertThat(hex(tag)).isEqualTo(hex(expected));
    }

    @ParameterizedTest
    @MethodSource("sealed")
    void manyLanesSealToTheKnownBytes(JsonNode vector) {
        byte[] sealed = hex(vector, "sealed");
        byte[] data = hex(vector, "plaintext");
        byte[] tag = new byte[16];

        SecretBoxes.forBulk(hex(vector, "key")).seal(hex(vector, "nonce"), data, 0, data.length, tag, 0);

        assertThat(tag).isEqualTo(Arrays.copyOfRange(sealed, 24, 40));
        assertThat(data).isEqualTo(Arrays.copyOfRange(sealed, 40, sealed.length));
    }

    @ParameterizedTest
    @MethodSource("rejected")
    void manyLanesRefuseWhatWasTamperedWith(JsonNode vector) {
        byte[] sealed = Arrays.copyOf(hex(vector, "sealed"), Math.max(40, hex(vector, "sealed").length));
        byte[] nonce = Arrays.copyOf(sealed, 24);
        SecretBox box = SecretBoxes.forBulk(hex(vector, "key"));

        assertThat(box.open(nonce, sealed, 40, sealed.length - 40, sealed, 24)).isFalse();
    }

    @Property(tries = 20)
    void manyLanesCountBlocksBeyond32BitsLikeOneBlockAtATime(
            @ForAll @IntRange(max = 256) int before, @ForAll @Size(32) byte[] key, @ForAll @Size(24) byte[] nonce) {
        long first = (1L << 32) - before;
        int[] state = Salsa20.xsalsa20(key, nonce);
        byte[] expected = new byte[Salsa20Lanes.BYTES];
        byte[] block = new byte[Salsa20.BLOCK_BYTES];
        for (int i = 0; i < Salsa20Lanes.LANES; i++) {
            Salsa20.block(state.clone(), first + i, new int[Salsa20.WORDS], block);
            System.arraycopy(block, 0, expected, i * block.length, block.length);
        }
        byte[] stream = new byte[Salsa20Lanes.BYTES];
        Salsa20Lanes lanes = new Salsa20Lanes();

        lanes.start(state);
        lanes.mix(first, stream, 0);

        assertThat(stream).isEqualTo(expected);
    }
}
