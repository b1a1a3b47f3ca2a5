package wormhole.plugin.directoryzip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;

/** What the bytes of an entry's name say. */
class EntryNameTest {
    private static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void isUtf8IfItSaysSo() throws Exception {
        String name = "d/\u00e9\u4e2d\ud83d\ude00";
        assertThat(EntryName.of(name.getBytes(StandardCharsets.UTF_8), true)).isEqualTo(name);
    }

    @Test
    void isCodePage437Otherwise() throws Exception {
        assertThat(EntryName.of(latin1("caf\u0082/\u009b\u00e1\u00ff"), false))
                .isEqualTo("caf\u00e9/\u00a2\u00df\u00a0");
    }

    @Test
    void isTheSameInBothAsLongAsItIsAscii() throws Exception {
        byte[] ascii = new byte[128];
        IntStream.range(0, ascii.length).forEach(i -> ascii[i] = (byte) i);
        assertThat(EntryName.of(ascii, false)).isEqualTo(EntryName.of(ascii, true));
    }

    @Test
    void losesNoByteOfCodePage437() throws Exception {
        byte[] all = new byte[256];
        IntStream.range(0, all.length).forEach(i -> all[i] = (byte) i);
        assertThat(EntryName.of(all, false).chars().boxed().collect(Collectors.toSet()))
                .hasSize(256)
                .doesNotContain(0xfffd);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "caf\u00e9",
                "\u00ff",
                "a\u00c0\u00af",
                "\u00ed\u00a0\u0080",
                "\u00e2\u0082",
                "\u00f4\u0090\u0080\u0080"
            })
    void isRefusedByItsNameIfItClaimsToBeUtf8AndIsNot(String bytes) {
        assertThatExceptionOfType(WormholeException.class)
                .isThrownBy(() -> EntryName.of(latin1(bytes), true))
                .withMessageContaining("is not UTF-8")
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.INTEGRITY));
    }
}
