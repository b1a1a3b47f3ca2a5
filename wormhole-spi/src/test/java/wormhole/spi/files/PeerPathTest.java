package wormhole.spi.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;

class PeerPathTest {
    private static final Path FOLDER = Path.of("folder").toAbsolutePath();

    @Test
    void goesDownElementByElement() throws WormholeException {
        PeerPath path = PeerPath.of("a/-b/c.txt");
        assertThat(path.elements()).isEqualTo(List.of("a", "-b", "c.txt"));
        assertThat(path.isDirectory()).isFalse();
        assertThat(path.in(FOLDER)).isEqualTo(FOLDER.resolve("a").resolve("-b").resolve("c.txt"));
    }

    @Test
    void readsASlashAtTheEndAsADirectory() throws WormholeException {
        PeerPath path = PeerPath.of("a/b/");
        assertThat(path.isDirectory()).isTrue();
        assertThat(path).hasToString("a/b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "//",
                "/etc/passwd",
                "../x",
                "a/../../evil",
                "a/../b",
                "..",
                ".",
                "./a",
                "a/./b",
                "a//b",
                "a/b//",
                "a\\b",
                "..\\x",
                "\\\\srv\\share\\x",
                "C:evil",
                "C:/x",
                "a/C:x",
                "a/f:s",
                "a\0",
                "a\nb",
                "a\u001b[31m",
                "a\u202eb",
                "\ud800/x"
            })
    void refusesWhatClimbsOrHides(String text) {
        assertThatExceptionOfType(WormholeException.class)
                .isThrownBy(() -> PeerPath.of(text, false))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.MALFORMED_PEER_MESSAGE));
    }

    @Test
    void refusesAnElementOf256Bytes() {
        assertThatExceptionOfType(WormholeException.class).isThrownBy(() -> PeerPath.of("a/" + "n".repeat(256)));
    }

    @Test
    void refusesAPathWithoutEnd() {
        assertThatExceptionOfType(WormholeException.class).isThrownBy(() -> PeerPath.of("a/".repeat(3000)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nouveau/aux.h", "new/1234:2,S", "Inc./x", "NUL.txt", "com1", "a. "})
    void refusesNamesThatAreAwkwardOnWindowsOnlyThere(String text) throws WormholeException {
        assertThat(PeerPath.of(text, false)).hasToString(text);
        assertThatExceptionOfType(WormholeException.class).isThrownBy(() -> PeerPath.of(text, true));
    }

    @ParameterizedTest
    @CsvSource({"README,readme", "\u00e9,e\u0301", "\u00c9,e\u0301", "\u212b,\u00e5", "\u017f,s"})
    void foldsNamesThatSomeFileSystemsTakeForTheSame(String one, String other) {
        assertThat(PeerPath.folded(one)).isEqualTo(PeerPath.folded(other));
    }

    @Property
    void neverLeavesTheFolder(@ForAll @Chars({'.', '/', '\\', ':'}) @CharRange(from = 'a', to = 'c') String text) {
        try {
            Path place = PeerPath.of(text).in(FOLDER);
            assertThat(place.normalize()).isEqualTo(place).startsWithRaw(FOLDER).isNotEqualTo(FOLDER);
        } catch (WormholeException refused) {
            assertThat(refused.code()).isEqualTo(ErrorCode.MALFORMED_PEER_MESSAGE);
        }
    }
}
