package wormhole.spi.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByteSizeTest {
    @ParameterizedTest
    @CsvSource({
        "0,0 bytes",
        "1,1 byte",
        "999,999 bytes",
        "1000,1.0 kB",
        "16384,16.4 kB",
        "999949,999.9 kB",
        "999950,1.0 MB",
        "3100000,3.1 MB",
        "4294967297,4.3 GB",
        "9223372036854775807,9.2 EB"
    })
    void saysSizesAsPeopleDo(long bytes, String text) {
        assertThat(ByteSize.of(bytes)).isEqualTo(text);
    }
}
