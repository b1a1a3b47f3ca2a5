package wormhole.shell.script;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Collectors;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;

/** Lines of scripts by somebody else; seeds and finds are run by every build. */
class ScriptFuzzTest {
    @FuzzTest
    void aLineIsReadOrRefusedAndAValueStaysOneWord(byte[] data) throws WormholeException {
        String text = new String(data, UTF_8);
        ScriptLine line;
        try {
            line = ScriptLine.read(text, name -> "'two words' & $more # \"", "/home");
        } catch (WormholeException e) {
            assertThat(e.code()).isEqualTo(ErrorCode.USAGE);
            return;
        }
        assertThat(line.words().size()).isLessThanOrEqualTo(text.length());
        String quoted = line.words().stream()
                .map(word -> "'" + word.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" "));
        assertThat(ScriptLine.read(quoted, name -> "", "").words()).isEqualTo(line.words());
    }
}
