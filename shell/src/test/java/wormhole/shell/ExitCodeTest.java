package wormhole.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import wormhole.spi.ErrorCode;

class ExitCodeTest {
    /** The public table, spelled out a second time so that a slip in the first is seen. */
    private static final String TABLE = """
            2 USAGE MALFORMED_CODE
            3 WRONG_CODE
            4 REJECTED_HERE REJECTED_BY_PEER NO_ANSWER
            5 PEER_LOST LONELY NOT_CONFIRMED
            6 SERVER_UNREACHABLE UNWELCOME SERVER_ERROR MALFORMED_SERVER_MESSAGE
            7 TIMEOUT
            8 FILE_NOT_FOUND FILE_UNUSABLE FILE_EXISTS FILE_CHANGED NO_SPACE
            9 INTEGRITY
            130 INTERRUPTED
            143 TERMINATED
            """;

    @Test
    void everyErrorHasTheStatusOfTheTableAndOneIfItIsNotThere() {
        Map<ErrorCode, Integer> expected = new EnumMap<>(ErrorCode.class);
        TABLE.lines()
                .map(line -> line.split(" ", -1))
                .forEach(words -> Arrays.stream(words)
                        .skip(1)
                        .forEach(name -> expected.put(ErrorCode.valueOf(name), Integer.valueOf(words[0]))));

        for (ErrorCode code : ErrorCode.values()) {
            assertThat(ExitCode.of(code)).as(code.name()).isEqualTo(expected.getOrDefault(code, 1));
        }
    }
}
