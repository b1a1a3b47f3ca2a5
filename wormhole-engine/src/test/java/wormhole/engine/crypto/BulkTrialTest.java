package wormhole.engine.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BulkTrialTest {
    private static final byte[] TAG = new byte[16];
    private static final byte[] OTHER_TAG = {1};

    private static final long SECOND = 1_000_000_000;

    private long now = 5;
    private final BulkTrial trial = new BulkTrial(() -> now);

    private void judgeMessages(int count, long nanosOfBulk, long nanosOfPlain) {
        for (int i = 0; i < count; i++) {
            if (trial.isDue()) {
                trial.judge(TAG, nanosOfBulk, TAG, nanosOfPlain);
            }
        }
    }

    @Test
    void usesBulkUntilItIsFoundClearlySlower() {
        judgeMessages(2000, 2, 1);
        assertThat(trial.prefersBulk()).isTrue();

        now += 9 * SECOND;
        judgeMessages(2000, 2, 1);
        assertThat(trial.prefersBulk()).isFalse();
    }

    @Test
    void keepsBulkForGoodWhenItIsNotClearlySlower() {
        now += 9 * SECOND;
        judgeMessages(2000, 11, 10);
        judgeMessages(2000, 20, 10);

        assertThat(trial.prefersBulk()).isTrue();
        assertThat(trial.isDue()).isFalse();
    }

    @Test
    void isNotMisledByMessagesThatWereHeldUp() {
        now += 9 * SECOND;
        judgeMessages(128, 1, 2);
        judgeMessages(2000, 1000, 2);

        assertThat(trial.prefersBulk()).isTrue();
    }

    @Test
    void givesBulkUpAtOnceWhenItIsWrong() {
        trial.judge(OTHER_TAG, 1, TAG, 2);

        assertThat(trial.prefersBulk()).isFalse();
        now += 9 * SECOND;
        judgeMessages(2000, 1, 2);
        assertThat(trial.prefersBulk()).isFalse();
    }
}
