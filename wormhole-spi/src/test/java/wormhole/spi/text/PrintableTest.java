package wormhole.spi.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PrintableTest {
    @ParameterizedTest
    @MethodSource("corpus")
    void showsTheCorpusInOneHarmlessLine(String input, String shown) {
        assertThat(Printable.line(unescape(input))).isEqualTo(unescape(shown));
    }

    @Test
    void keepsLinesAndTabsWhereSeveralLinesAreShown() {
        assertThat(Printable.lines("a\tb\r\nc\nd")).isEqualTo("a\tb\nc\nd");
    }

    @Test
    void escapesEverythingElseWhereSeveralLinesAreShown() {
        assertThat(Printable.lines("a\rb\u001b[2J\u2028\n")).isEqualTo("a\\rb\\x1b[2J\\u{2028}\n");
    }

    @Property
    void leavesNothingDangerousInAnyText(@ForAll String text) {
        assertThat(Printable.line(text).codePoints()).allMatch(Printable::isHarmless);
    }

    @Property
    void showsWhatIsShownAsItIs(@ForAll String text) {
        String shown = Printable.lines(text);
        assertThat(Printable.lines(shown)).isEqualTo(shown);
    }

    static Stream<String[]> corpus() throws IOException {
        try (InputStream corpus = PrintableTest.class.getResourceAsStream("/vectors/printable.txt")) {
            return new String(corpus.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" -> ", -1));
        }
    }

    /** Java's own escapes, and {@code \}{@code uXXXX}, which the compiler is not asked about in a text file. */
    private static String unescape(String text) {
        StringBuilder units = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\\' && text.charAt(i + 1) == 'u') {
                units.append((char) Integer.parseInt(text.substring(i + 2, i + 6), 16));
                i += 5;
            } else if (text.charAt(i) == '\\') {
                units.append(text.substring(i, i + 2).translateEscapes());
                i++;
            } else {
                units.append(text.charAt(i));
            }
        }
        return units.toString();
    }
}
