package wormhole.spi.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Sha256Test {
    private static final byte[] NOISE = noise();

    private static byte[] noise() {
        byte[] noise = new byte[100_000];
        new Random(256).nextBytes(noise);
        return noise;
    }

    /** FIPS 180-4, the example of one block. */
    @Test
    void hashesAsTheStandardDoes() {
        Sha256 sha256 = new Sha256();
        sha256.update("abc".getBytes(StandardCharsets.US_ASCII));
        assertThat(HexFormat.of().formatHex(sha256.digest()))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void takesPiecesOfArraysAndBuffersOfAnyKindAndLeavesThemAsTheyAre() throws Exception {
        ByteBuffer direct = ByteBuffer.allocateDirect(700).put(NOISE, 1000, 700).flip();
        ByteBuffer slice = ByteBuffer.wrap(NOISE, 1500, 60_000).slice().position(200);
        ByteBuffer readOnly = ByteBuffer.wrap(NOISE, 61_500, 38_500).asReadOnlyBuffer();
        Sha256 sha256 = new Sha256();
        sha256.update(NOISE, 0, 1000);
        sha256.update(direct);
        sha256.update(slice);
        sha256.update(readOnly);

        assertThat(sha256.digest()).hasSize(Sha256.BYTES).isEqualTo(whole());
        assertThat(direct.remaining()).isEqualTo(700);
        assertThat(slice.position()).isEqualTo(200);
        assertThat(readOnly.position()).isEqualTo(61_500);
    }

    private static byte[] whole() throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(NOISE);
    }

    @Test
    void aCopyGoesOnByItself() throws Exception {
        Sha256 first = new Sha256();
        first.update(NOISE, 0, 50_001);
        Sha256 copy = first.copy();
        first.update(NOISE, 0, 5);
        copy.update(NOISE, 50_001, NOISE.length - 50_001);

        assertThat(copy.digest()).isEqualTo(whole());
        assertThat(first.digest()).isNotEqualTo(whole());
    }
}
