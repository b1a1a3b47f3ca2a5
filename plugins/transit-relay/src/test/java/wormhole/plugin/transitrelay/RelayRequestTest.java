package wormhole.plugin.transitrelay;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RelayRequestTest {
    private static final RelayRequest REQUEST =
            new RelayRequest("823098c472ad4bbade3b9f191c298e847717dde24b1522477d28270f37827ec6", "1122334455667788");

    /** A relay that gives an answer, whatever it is told. */
    private static final class Answering implements ByteChannel {
        private final ByteBuffer answer;
        private final ByteArrayOutputStream heard = new ByteArrayOutputStream();

        Answering(String answer) {
            this.answer = ByteBuffer.wrap(answer.getBytes(US_ASCII));
        }

        @Override
        public int read(ByteBuffer target) {
            if (!answer.hasRemaining()) {
                return -1;
            }
            int length = Math.min(target.remaining(), answer.remaining());
            target.put(answer.slice().limit(length));
            answer.position(answer.position() + length);
            return length;
        }

        @Override
        public int write(ByteBuffer source) {
            int length = source.remaining();
            while (source.hasRemaining()) {
                heard.write(source.get());
            }
            return length;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {
            // There is nothing behind it.
        }
    }

    @Test
    void asksInTheWordsOfTheProtocolAndLeavesWhatFollowsTheAnswer() throws IOException {
        Answering relay = new Answering("ok\ntransit sender");

        REQUEST.make(relay);

        assertThat(relay.heard.toString(US_ASCII))
                .isEqualTo("please relay 823098c472ad4bbade3b9f191c298e847717dde24b1522477d28270f37827ec6"
                        + " for side 1122334455667788\n");
        assertThat(relay.answer.remaining()).isEqualTo("transit sender".length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bad handshake\n",
                "impatient\n",
                "",
                "o",
                "okay\n",
                "HTTP/1.1 400 Bad Request\r\n",
                "SSH-2.0-x\r\n"
            })
    void takesNothingElseForAnAnswer(String answer) {
        assertThatThrownBy(() -> REQUEST.make(new Answering(answer))).isInstanceOf(IOException.class);
    }

    @Test
    void doesNotListenToABabblerForEver() {
        Answering relay = new Answering("x".repeat(1_000_000));

        assertThatThrownBy(() -> REQUEST.make(relay)).hasMessage("it is no transit relay");
        assertThat(relay.answer.remaining()).isGreaterThan(999_900);
    }
}
