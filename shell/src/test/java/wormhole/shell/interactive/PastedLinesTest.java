package wormhole.shell.interactive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PastedLinesTest {
    @Test
    void eachLineIsOneButBlankOnes() {
        assertThat(PastedLines.of("echo a\n\n  \n echo b & \necho c\n"))
                .containsExactly("echo a", " echo b & ", "echo c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "echo 'a\nb'",
                "echo 'a\\' 'b\nc'",
                "echo \"a\nb\"",
                "echo \"a\\\"\nb\"",
                "echo 'a#\nb'",
                "echo a\\",
                "",
            })
    void theEndOfALineMayBelongToAWord(String line) {
        assertThat(PastedLines.of(line)).isEqualTo(line.isEmpty() ? List.of("") : List.of(line));
    }

    @Test
    void aBackslashAtTheEndOfALineJoinsItWithTheNext() {
        assertThat(PastedLines.of("send a \\\n  --dry-run\necho \"b\\\nc\" 'd\\\ne'"))
                .containsExactly("send a   --dry-run", "echo \"bc\" 'd\\\ne'");
    }

    @Test
    void withAQuoteThatIsNeverClosedEachLineIsOne() {
        assertThat(PastedLines.of("echo it's here:\nreceive 7-crossover-clockwork\n"))
                .containsExactly("echo it's here:", "receive 7-crossover-clockwork");
    }

    @Test
    void quotesInACommentMeanNothing() {
        assertThat(PastedLines.of("# it's\necho a # isn't it\necho b#c'\n'"))
                .containsExactly("# it's", "echo a # isn't it", "echo b#c'\n'");
    }
}
