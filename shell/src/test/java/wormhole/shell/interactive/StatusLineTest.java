package wormhole.shell.interactive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
        assertThat(fitting(columns, new StatusLine("[1] receive -o folder", "45% of 3 MB")))
                .containsExactly(shown);
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
        assertThat(fitting(columns, new StatusLine("[1] send film", "45% of 3 MB, 1 MB/s, 2 s left")))
                .containsExactly(shown);
    }

    @ParameterizedTest
    @CsvSource({"80", "3"})
    void aNoteStaysWhole(int columns) {
        assertThat(fitting(columns, StatusLine.note("Waiting"))).containsExactly("Waiting");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "80 | [1] send film             · 45% of 3 MB, 1 MB/s | [12] receive -o \u5b57\u5b57 here · code 7-a-b",
                "39 | [1] send film             · 45% of 3 MB | [12] receive -o \u5b57\u5b57 here · code 7-a-b",
                "30 | [1] send film    · 45% of 3 MB | [12] receive -o\u2026 · code 7-a-b",
            })
    void severalStandInColumns(int columns, String first, String second) {
        List<StatusLine> lines = List.of(
                new StatusLine("[1] send film", "45% of 3 MB, 1 MB/s"),
                StatusLine.note("Waiting"),
                new StatusLine("[12] receive -o \u5b57\u5b57 here", "code 7-a-b"));

        assertThat(StatusLine.fitting(lines, columns)).containsExactly(first, "Waiting", second);
    }

    private static List<String> fitting(int columns, StatusLine line) {
        return StatusLine.fitting(List.of(line), columns);
    }
}
