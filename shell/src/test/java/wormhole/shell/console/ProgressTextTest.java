package wormhole.shell.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProgressTextTest {
    @Test
    void saysHowMuchHowFastAndHowLongStill() {
        ProgressText text = new ProgressText("Sending", 10_000_000);

        assertThat(text.at(2_500_000, seconds(1)))
                .isEqualTo("Sending ━━━━╌╌╌╌╌╌╌╌╌╌╌╌ 25% of 10.0 MB, 2.5 MB/s, 3 s left");
    }

    @Test
    void promisesNothingBeforeAnythingCame() {
        assertThat(new ProgressText("Sending", 10).at(0, 0)).isEqualTo("Sending ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌ 0% of 10 bytes");
        assertThat(new ProgressText("Sending", 10).at(0, seconds(5)))
                .isEqualTo("Sending ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌ 0% of 10 bytes");
    }

    @Test
    void aRateOfLongAgoIsForgotten() {
        ProgressText text = new ProgressText("Sending", 100_000_000);
        text.at(30_000_000, seconds(3));

        assertThat(text.at(33_000_000, seconds(6))).contains("33%", "1.0 MB/s", "1 min 7 s left");
    }

    @Test
    void longWaitsAreSaidInHours() {
        assertThat(new ProgressText("Sending", 10_000_000).at(1000, seconds(1))).contains("2 h 46 min left");
    }

    @Test
    void somethingEmptyIsWhole() {
        assertThat(new ProgressText("Sending", 0).at(0, 0)).isEqualTo("Sending ━━━━━━━━━━━━━━━━ 100% of 0 bytes");
    }

    @Test
    void nothingIsLeftAtTheEnd() {
        assertThat(new ProgressText("Sending", 10).at(10, seconds(1)))
                .isEqualTo("Sending ━━━━━━━━━━━━━━━━ 100% of 10 bytes, 10 bytes/s");
    }

    @Test
    void theBarGrowsByHalfALetter() {
        ProgressText text = new ProgressText("Sending", 32);

        assertThat(text.at(1, 0)).startsWith("Sending ╸╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌ 3%");
        assertThat(text.at(3, 0)).startsWith("Sending ━╸╌╌╌╌╌╌╌╌╌╌╌╌╌╌ 9%");
        assertThat(text.at(32, 0)).startsWith("Sending ━━━━━━━━━━━━━━━━ 100%");
    }

    private static long seconds(long count) {
        return TimeUnit.SECONDS.toNanos(count);
    }
}
