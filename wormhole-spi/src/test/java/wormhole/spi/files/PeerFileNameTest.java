package wormhole.spi.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wormhole.spi.ErrorCode;
import wormhole.spi.PeerValue;
import wormhole.spi.WormholeException;

class PeerFileNameTest {
    private static final Path FOLDER = Path.of("folder").toAbsolutePath();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ok.bin",
                "-rf",
                ".bashrc",
                "a b",
                "...a",
                "a..b",
                "~",
                "$HOME",
                "`x`",
                "*?<>|\"",
                "grüße.txt",
                "e\u0301",
                "你好",
                "\ud83d\ude00",
                "console",
                "com",
                "com10",
                "nul_",
                "{}",
                "a'b",
                "%2e%2e%2f"
            })
    void takesHarmlessNamesAsTheyAre(String name) throws WormholeException {
        assertThat(PeerFileName.of(name).toString()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"../up.bin,up.bin", "/etc/passwd,passwd", "a/b/c,c", "//x,x", "./-rf,-rf", "../../target2/x,x"})
    void takesTheLastPartOfAPath(String proposed, String name) throws WormholeException {
        assertThat(PeerFileName.of(proposed).toString()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "a/",
                "/",
                "../",
                "a/..",
                "a/.",
                "a\0b",
                "\0",
                "a\nb",
                "a\rb",
                "a\tb",
                "\u001b[31m",
                "a\u0007",
                "\u0085",
                "\u009b1m",
                "\u007f",
                "a\u202egpj.exe",
                "\u200b",
                "\u2028",
                "\ufeff",
                "\ud800x",
                "x\udc00",
                "..\\x",
                "a\\b",
                "\\\\srv\\share\\x",
                "C:\\x",
                "C:x",
                "C:",
                "f:ads",
                "file.txt:ads",
                "::$DATA",
                "a.",
                "a ",
                "a. ",
                "...",
                "CON",
                "con",
                "nul.txt",
                "NUL .txt",
                "Com1",
                "LPT9.tar.gz",
                "COM\u00b9",
                "conin$",
                "aux.h"
            })
    void refusesNamesThatAreNoneOrMeanSomethingElseSomewhere(String proposed) {
        assertThatExceptionOfType(WormholeException.class)
                .isThrownBy(() -> PeerFileName.of(proposed))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.MALFORMED_PEER_MESSAGE))
                .satisfies(e -> assertThat(e.textForPeer()).startsWith("the name offered "));
    }

    @Test
    void takesANameOfExactly255Bytes() throws WormholeException {
        String name = "ü".repeat(127) + "x";
        assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSize(255);
        assertThat(PeerFileName.of(name).toString()).isEqualTo(name);
    }

    @Test
    void refusesANameOf256Bytes() {
        assertThatExceptionOfType(WormholeException.class).isThrownBy(() -> PeerFileName.of("ü".repeat(128)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void refusesWhatIsNoText(int kind) {
        Object[] values = {5, null, java.util.List.of("a"), true};
        assertThatExceptionOfType(WormholeException.class)
                .isThrownBy(() -> PeerFileName.of(PeerValue.of(values[kind], "offer.file.filename")));
    }

    @Property
    void neverLeavesTheFolder(@ForAll String proposed) {
        try {
            Path place = PeerFileName.of(proposed).in(FOLDER);
            assertThat(place.normalize().getParent()).isEqualTo(FOLDER);
            assertThat(place.getFileName().toString()).isNotIn(".", "..", "");
        } catch (WormholeException refused) {
            assertThat(refused.code()).isIn(ErrorCode.MALFORMED_PEER_MESSAGE, ErrorCode.FILE_UNUSABLE);
        }
    }
}
