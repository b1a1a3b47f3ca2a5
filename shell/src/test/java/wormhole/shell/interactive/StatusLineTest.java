package wormhole.shell.interactive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wormhole.shell.console.ProgressParts;

class StatusLineTest {
    private static final ProgressParts FAR =
            new ProgressParts("Sending", "━━╌╌", "45%", "of 3 MB", "1 MB/s", "2 s left");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "80 | [1] send film · Sending ━━╌╌ 45% of 3 MB, 1 MB/s, 2 s left",
                "58 | [1] send film · Sending ━━╌╌ 45% of 3 MB, 1 MB/s, 2 s left",
                "57 | [1] send film · Sending ━━╌╌ 45% of 3 MB, 1 MB/s",
                "48 | [1] send film · Sending ━━╌╌ 45% of 3 MB, 1 MB/s",
                "47 | [1] send film · Sending ━━╌╌ 45% of 3 MB",
                "36 | [1] send… · Sending ━━╌╌ 45% of 3 MB",
                "31 | [1]… · Sending ━━╌╌ 45% of 3 MB",
                "30 | [1] send f… · ━━╌╌ 45% of 3 MB",
                "23 | [1]… · ━━╌╌ 45% of 3 MB",
                "22 | [1] sen… · 45% of 3 MB",
                "18 | [1]… · 45% of 3 MB",
                "5 | [1]… · 45% of 3 MB",
            })
    void isShortenedWhereItIsWorthLeast(int columns, String shown) {
        assertThat(fitting(columns, new StatusLine("[1] send film", FAR))).containsExactly(shown);
    }

    @ParameterizedTest
    @CsvSource({"80, [1] receive -o folder · code 7-a-b", "20, [1] re… · code 7-a-b", "5, [1]… · code 7-a-b"})
    void wordsStayWholeAndTheTitleDoesNot(int columns, String shown) {
        assertThat(fitting(columns, new StatusLine("[1] receive -o folder", ProgressParts.words("code 7-a-b"))))
                .containsExactly(shown);
    }

    @ParameterizedTest
    @CsvSource({"80", "3"})
    void aNoteStaysWhole(int columns) {
        assertThat(fitting(columns, StatusLine.note("Waiting"))).containsExactly("Waiting");
    }

    private static final List<StatusLine> SEVERAL = List.of(
            new StatusLine("[9]  send film", FAR),
            StatusLine.note("Waiting"),
            new StatusLine("[12] receive -o 字字 here", ProgressParts.words("code 7-a-b")),
            new StatusLine(
                    "[13] receive",
                    new ProgressParts("Receiving", "╌╌╌╌", "4%", "of 102.3 MB", "910 bytes/s", "1 min 2 s left")),
            new StatusLine("[14] receive", new ProgressParts("Receiving", "╌╌╌╌", "0%", "of 0 bytes", "", "")));

    @Test
    void severalStandInColumns() {
        assertThat(StatusLine.fitting(SEVERAL, 100))
                .containsExactly(
                        "[9]  send film            · Sending   ━━╌╌ 45% of 3 MB,          1 MB/s,       2 s left",
                        "Waiting",
                        "[12] receive -o 字字 here · code 7-a-b",
                        "[13] receive              · Receiving ╌╌╌╌  4% of 102.3 MB, 910 bytes/s, 1 min 2 s left",
                        "[14] receive              · Receiving ╌╌╌╌  0% of 0 bytes");
    }

    @Test
    void aColumnIsThereForAllOrForNone() {
        assertThat(StatusLine.fitting(SEVERAL, 80))
                .containsExactly(
                        "[9]  send film            · Sending   ━━╌╌ 45% of 3 MB,          1 MB/s",
                        "Waiting",
                        "[12] receive -o 字字 here · code 7-a-b",
                        "[13] receive              · Receiving ╌╌╌╌  4% of 102.3 MB, 910 bytes/s",
                        "[14] receive              · Receiving ╌╌╌╌  0% of 0 bytes");
        assertThat(StatusLine.fitting(SEVERAL, 30))
                .containsExactly(
                        "[9]  s… · ━━╌╌ 45% of 3 MB",
                        "Waiting",
                        "[12] r… · code 7-a-b",
                        "[13] r… · ╌╌╌╌  4% of 102.3 MB",
                        "[14] r… · ╌╌╌╌  0% of 0 bytes");
    }

    private static List<String> fitting(int columns, StatusLine line) {
        return StatusLine.fitting(List.of(line), columns);
    }
}
