package wormhole.engine.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How long there still is. */
class DeadlineTest {
    @Test
    void neverGrows() {
        Deadline deadline = Deadline.of("offer", Duration.ofHours(1));
        Duration left = deadline.left();
        assertThat(left).isPositive().isLessThanOrEqualTo(Duration.ofHours(1));
        assertThat(deadline.left()).isLessThanOrEqualTo(left);
    }

    @Test
    void isZeroWhenItIsOver() {
        assertThat(Deadline.of("offer", Duration.ZERO).left()).isZero();
    }

    @Test
    void mayBeBeyondWhatNanosecondsCanCount() {
        assertThat(Deadline.of("offer", Duration.ofHours(999_999_999)).left()).isGreaterThan(Duration.ofDays(36_000));
    }
}
