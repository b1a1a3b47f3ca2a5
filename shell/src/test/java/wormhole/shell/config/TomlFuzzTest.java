package wormhole.shell.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.file.Path;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;

/** Configuration files as they come out of other programs; seeds and finds are run by every build. */
class TomlFuzzTest {
    @FuzzTest
    void aFileIsReadOrRefusedWithItsLine(byte[] data) {
        try {
            TomlFile.parse(Path.of("config.toml"), new String(data, UTF_8))
                    .forEach((key, setting) -> assertThat(setting.place()).startsWith("config.toml:"));
        } catch (WormholeException e) {
            assertThat(e.code()).isEqualTo(ErrorCode.USAGE);
            assertThat(e).hasMessageContaining("config.toml:");
        }
    }
}
