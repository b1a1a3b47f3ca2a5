package wormhole.spi.files;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.file.Path;
import java.util.Arrays;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;
import wormhole.spi.text.Printable;

/** Names, paths and texts that nobody thought of; seeds and finds are run by every build. */
class NamesFuzzTest {
    private static final Path FOLDER = Path.of("/chosen/folder");

    @FuzzTest
    void aNameStaysInTheFolder(byte[] data) {
        try {
            PeerFileName name = PeerFileName.of(text(data));

            assertThat(name.in(FOLDER).getParent()).isEqualTo(FOLDER);
            assertThat(name.in(FOLDER).normalize()).isEqualTo(name.in(FOLDER));
            assertThat(name.toString().codePoints()).allMatch(Printable::isHarmless);
            assertThat(name.toString().getBytes(UTF_8)).hasSizeBetween(1, 255);
        } catch (WormholeException e) {
            assertThat(e.code()).isIn(ErrorCode.MALFORMED_PEER_MESSAGE, ErrorCode.FILE_UNUSABLE);
        }
    }

    @FuzzTest
    void aPathStaysInTheFolder(byte[] data) {
        try {
            PeerPath path = PeerPath.of(text(data));
            Path place = path.in(FOLDER);

            assertThat(place.normalize()).isEqualTo(place);
            assertThat(place.startsWith(FOLDER)).isTrue();
            assertThat(place.getNameCount())
                    .isEqualTo(FOLDER.getNameCount() + path.elements().size());
        } catch (WormholeException e) {
            assertThat(e.code()).isIn(ErrorCode.MALFORMED_PEER_MESSAGE, ErrorCode.FILE_UNUSABLE);
        }
    }

    @FuzzTest
    void aTextCannotSteerATerminal(byte[] data) {
        assertThat(Printable.line(text(data)).codePoints()).allMatch(Printable::isHarmless);
        assertThat(Printable.lines(text(data)).codePoints())
                .allMatch(each -> each == '\n' || each == '\t' || Printable.isHarmless(each));
    }

    /** Behind a 0 every text there is, halves of pairs too; else what bytes mean that somebody can read and write. */
    private static String text(byte[] data) {
        return data.length > 0 && data[0] == 0
                ? new String(Arrays.copyOfRange(data, 1, data.length), UTF_16BE)
                : new String(data, UTF_8);
    }
}
