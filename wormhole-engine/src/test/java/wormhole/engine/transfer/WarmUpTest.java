package wormhole.engine.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class WarmUpTest {
    private static final OptionalLong MUCH = OptionalLong.of(1L << 30);

    private final AtomicBoolean begun = new AtomicBoolean();

    @Test
    void littleDataIsNotWorthIt() {
        new WarmUp(OptionalLong.of(1 << 20), begun).begin();
        new WarmUp(OptionalLong.empty(), begun).begin();

        assertThat(begun).isFalse();
    }

    @Test
    void muchDataIs() {
        WarmUp warmUp = new WarmUp(MUCH, begun);
        warmUp.end();
        warmUp.begin();

        assertThat(begun).isTrue();
    }

    @Test
    void whenThePeerIsThereNothingMoreIsDone() {
        WarmUp warmUp = new WarmUp(MUCH, begun);
        warmUp.end();

        assertThat(warmUp.run()).isZero();
    }
}
