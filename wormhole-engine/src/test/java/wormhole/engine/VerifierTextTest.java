package wormhole.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import wormhole.spi.Event;

class VerifierTextTest {
    /** With the number of a job before it, in a window of 80 columns. */
    private static final int WIDEST = 80 - "[100] ".length();

    @Test
    void allOfItIsShownInLinesThatFitAnyWindow() {
        byte[] verifier = new byte[32];
        for (int i = 0; i < verifier.length; i++) {
            verifier[i] = (byte) (i * 37);
        }

        Event event = new VerifierText(verifier).event();

        assertThat(event.text().lines())
                .hasSize(10)
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(WIDEST));
        List<String> parts = List.of(event.text().split("\\s+"));
        assertThat(String.join("", parts.subList(1, 9)))
                .isEqualTo(event.fields().get("verifier"));
        assertThat(parts.subList(9, 11)).containsExactly("in", "words");
        assertThat(String.join(" ", parts.subList(11, parts.size())))
                .isEqualTo(event.fields().get("words"));
    }
}
