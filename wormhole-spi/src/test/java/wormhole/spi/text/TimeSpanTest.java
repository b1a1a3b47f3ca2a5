package wormhole.spi.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeSpanTest {
    @ParameterizedTest
    @CsvSource({
        "PT0S,0 seconds",
        "PT1S,1 second",
        "PT0.25S,0.25 seconds",
        "PT1.5S,1.5 seconds",
        "PT30S,30 seconds",
        "PT90S,90 seconds",
        "PT1M,1 minute",
        "PT15M,15 minutes",
        "PT1H,1 hour",
        "PT90M,90 minutes",
        "PT26H,26 hours",
        "P1D,1 day",
        "P7D,7 days"
    })
    void saysSpansAsPeopleDo(Duration span, String text) {
        assertThat(TimeSpan.of(span)).isEqualTo(text);
    }
}
