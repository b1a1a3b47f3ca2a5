package wormhole.shell.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackgroundTest {
    @ParameterizedTest
    @CsvSource({
        "15;0, DARK",
        "0;15, LIGHT",
        "0;7, LIGHT",
        "0;8, DARK",
        "0;default;15, LIGHT",
        "15;default, DARK",
        "'', DARK"
    })
    void isKnownFromTheColoursThatTheTerminalTells(String colours, Background background) {
        assertThat(Background.of(Map.of("COLORFGBG", colours))).isEqualTo(background);
    }
}
