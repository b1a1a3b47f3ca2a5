package wormhole.engine.rendezvous;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BackOffTest {
    private static final double MIDDLE = 0.5;

    private final BackOff backOff = new BackOff(() -> MIDDLE);

    @Test
    void waitsHalfAsLongAgainEachTime() {
        assertThat(new Duration[] {backOff.next(), backOff.next(), backOff.next(), backOff.next()})
                .containsExactly(
                        Duration.ofMillis(1000),
                        Duration.ofMillis(1500),
                        Duration.ofMillis(2250),
                        Duration.ofMillis(3375));
    }

    @Test
    void neverWaitsLongerThanAMinute() {
        for (int i = 0; i < 100; i++) {
            backOff.next();
        }

        assertThat(backOff.next()).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void beginsAgainAfterASuccess() {
        backOff.next();
        backOff.next();
        backOff.reset();

        assertThat(backOff.next()).isEqualTo(Duration.ofSeconds(1));
    }

    @Property
    void strewsATenthEachWay(
            @ForAll @DoubleRange(max = 1, maxIncluded = false) double random, @ForAll @IntRange(max = 20) int before) {
        BackOff exact = new BackOff(() -> MIDDLE);
        BackOff strewn = new BackOff(() -> random);
        for (int i = 0; i < before; i++) {
            exact.next();
            strewn.next();
        }

        double middle = exact.next().toMillis();
        assertThat((double) strewn.next().toMillis()).isBetween(middle * 0.9 - 1, middle * 1.1 + 1);
    }
}
