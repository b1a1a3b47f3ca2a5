package wormhole.shell.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();
    private static final String WRAP = "\u001b[?7h";

    private boolean colours;
    private long now;

    @Test
    void isDrawnTenTimesASecondHoweverManyRecordsCome() {
        ProgressLine line = line(1_000_000);
        for (int i = 0; i < 1000; i++) {
            now += TimeUnit.MILLISECONDS.toNanos(1);
            line.advance(1000);
        }

        assertThat(drawings()).isEqualTo(10);
    }

    @Test
    void endsWithWhatWasReached() {
        ProgressLine line = line(200);
        line.advance(100);
        now += TimeUnit.SECONDS.toNanos(1);
        line.close();
        line.close();

        assertThat(text())
                .endsWith("Receiving ━━━━━━━━╌╌╌╌╌╌╌╌ 50% of 200 bytes, 100 bytes/s, 1 s left" + WRAP
                        + System.lineSeparator());
    }

    @Test
    void makesRoomOnlyIfItIsThere() {
        ProgressLine line = line(200);
        line.erase();
        assertThat(text()).isEmpty();

        line.advance(1);
        line.erase();
        assertThat(text()).endsWith("\r\u001b[K");
    }

    @Test
    void theDonePartOfTheBarIsGreenIfThereAreColours() {
        colours = true;
        line(200).advance(100);

        assertThat(text()).contains("Receiving \u001b[32m━━━━━━━━\u001b[0m╌╌╌╌╌╌╌╌ 50%");
    }

    private ProgressLine line(long total) {
        PrintStream stream = new PrintStream(terminal, true, StandardCharsets.UTF_8);
        return new ProgressLine(stream, new Style(colours), new ProgressText("Receiving", total), () -> now, this);
    }

    private long drawings() {
        return text().chars().filter(c -> c == '\r').count();
    }

    private String text() {
        return terminal.toString(StandardCharsets.UTF_8);
    }
}
