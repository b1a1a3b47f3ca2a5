package wormhole.engine.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;
import wormhole.spi.testkit.PipePair;
import wormhole.spi.testkit.RecordingUserInterface;

class RecordSinkTest {
    /** A disk that takes nothing. */
    private static final class Broken extends OutputStream {
        private final String reason;

        Broken(String reason) {
            this.reason = reason;
        }

        @Override
        public void write(int value) throws IOException {
            throw new IOException(reason);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "No space left on device, NO_SPACE",
        "Disk quota exceeded, NO_SPACE",
        "There is not enough space on the disk, NO_SPACE",
        "Broken pipe, FILE_UNUSABLE",
        "Input/output error, FILE_UNUSABLE"
    })
    void tellsAFullDiskFromOtherTrouble(String reason, ErrorCode code) throws Exception {
        PipePair pipes = new PipePair();
        pipes.sender().send(new byte[10]);
        RecordSink sink = new RecordSink(pipes.receiver(), new RecordingUserInterface());

        assertThatExceptionOfType(WormholeException.class)
                .isThrownBy(() -> sink.receive(Channels.newChannel(new Broken(reason)), 10))
                .satisfies(failure -> assertThat(failure.code()).isEqualTo(code))
                .satisfies(failure -> assertThat(failure.textForPeer()).doesNotContain(reason));
    }
}
