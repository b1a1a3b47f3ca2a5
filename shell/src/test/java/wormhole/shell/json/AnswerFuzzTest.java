package wormhole.shell.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Answers of a program that talks to the wrong one; seeds and finds are run by every build. */
class AnswerFuzzTest {
    @FuzzTest
    void aLineIsAnAnswerOrSaysWhyItIsNone(byte[] data) {
        Answer answer = Answer.parse(data);

        assertThat(answer.wrong().isEmpty() || answer.text().isEmpty()).isTrue();
        assertThat(answer.text().length()).isLessThanOrEqualTo(data.length);
    }
}
