package wormhole.engine.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BulkTrialTest {
    private static final byte[] TAG = new byte[16];
    private static final byte[] OTHER_TAG = {1};

    private final BulkTrial trial = new BulkTrial();

    private void judgeMessages(int count, long nanosOfBulk, long nanosOfPlain) {
        for (int i = 0; i < count; i++) {
            if (trial.isDue()) {
                trial.judge(TAG, nanosOfBulk, TAG, nanosOfPlain);
            }
        }
    }

    @Test
    void usesBulkUntilItIsFoundSlower() {
        judgeMessages(256, 2, 1);
        assertThat(trial.prefersBulk()).isTrue();

        judgeMessages(300, 2, 1);
        assertThat(trial.prefersBulk()).isFalse();
    }

    @Test
    void keepsBulkForGoodWhenItIsFaster() {
        judgeMessages(600, 1, 2);
        judgeMessages(600, 2, 1);

        assertThat(trial.prefersBulk()).isTrue();
        assertThat(trial.isDue()).isFalse();
    }

    @Test
    void givesBulkUpAtOnceWhenItIsWrong() {
        trial.judge(OTHER_TAG, 1, TAG, 2);

        assertThat(trial.prefersBulk()).isFalse();
        judgeMessages(600, 1, 2);
        assertThat(trial.prefersBulk()).isFalse();
    }
}
