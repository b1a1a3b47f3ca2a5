package wormhole.shell.interactive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusLineTest {
    @ParameterizedTest
    @CsvSource({
        "80, [1] receive -o folder · 45% of 3 MB",
        "34, [1] receive -o fold… · 45% of 3 MB",
        "30, [1] receive -o … · 45% of 3 MB",
        "20, [1] r… · 45% of 3 MB",
        "5, [1]… · 45% of 3 MB",
    })
    void isShortenedWhereItChangesLeast(int columns, String shown) {
        assertThat(new StatusLine("[1] receive -o folder", "45% of 3 MB").fitting(columns))
                .isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "80 | [1] send film · 45% of 3 MB, 1 MB/s, 2 s left",
                "45 | [1] send film · 45% of 3 MB, 1 MB/s, 2 s left",
                "44 | [1] send film · 45% of 3 MB, 1 MB/s",
                "35 | [1] send film · 45% of 3 MB, 1 MB/s",
                "34 | [1] send film · 45% of 3 MB",
                "20 | [1] s… · 45% of 3 MB",
            })
    void howFastIsLeftOutBeforeTheTitleIs(int columns, String shown) {
        assertThat(new StatusLine("[1] send film", "45% of 3 MB, 1 MB/s, 2 s left").fitting(columns))
                .isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"80", "3"})
    void aNoteStaysWhole(int columns) {
        assertThat(StatusLine.note("Waiting").fitting(columns)).isEqualTo("Waiting");
    }
}
