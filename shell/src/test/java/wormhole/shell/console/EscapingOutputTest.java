package wormhole.shell.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import wormhole.spi.text.Printable;

class EscapingOutputTest {
    private static final String TEXT = "snow ☃ and 𝔘nicode \u001b[2J\u202e\n".repeat(3);

    @Property(tries = 50)
    void charactersSurviveBeingCutAnywhere(@ForAll @IntRange(min = 1, max = 40) int step) throws IOException {
        byte[] bytes = TEXT.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream terminal = new ByteArrayOutputStream();
        EscapingOutput output = new EscapingOutput(terminal);
        for (int i = 0; i < bytes.length; i += step) {
            output.write(bytes, i, Math.min(step, bytes.length - i));
        }

        assertThat(terminal.toString(StandardCharsets.UTF_8)).isEqualTo(Printable.lines(TEXT));
    }

    @Property(tries = 50)
    void noBytesAtAllCanSteerTheTerminal(@ForAll byte[] bytes) throws IOException {
        ByteArrayOutputStream terminal = new ByteArrayOutputStream();
        new EscapingOutput(terminal).write(bytes);

        assertThat(terminal.toString(StandardCharsets.UTF_8).codePoints())
                .allMatch(c -> c == '\n' || c == '\t' || Printable.isHarmless(c));
    }
}
