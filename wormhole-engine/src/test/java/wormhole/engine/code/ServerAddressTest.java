package wormhole.engine.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"ws://localhost:4000/v1", "wss://relay.example.com/v1", "ws://[fd00::2]:65535/v1", "ws://h"})
    void aWebSocketIsRead(String text) {
        assertThat(ServerAddress.webSocket(text)).contains(URI.create(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "http://localhost/",
                "ws:localhost",
                "ws:///v1",
                "ws://localhost:0/",
                "ws://localhost:65536/",
                "ws://lo calhost/",
                "ws://ada:secret@localhost/",
                "wss://ada@localhost/"
            })
    void whatIsNoneIsNone(String text) {
        assertThat(ServerAddress.webSocket(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ws://ada:secret@localhost/, ws://…@localhost/",
        "ws://ada:se@cret@lo calhost/, ws://…@lo calhost/",
        "tcp:ada:secret@localhost:4001, tcp:…@localhost:4001",
        "ws://ada:se/c?r#et@localhost/, ws://…@localhost/",
        "ada:secret@localhost, ada:…@localhost",
        "secret@localhost, …@localhost",
        "http://localhost/a, http://localhost/a",
        "localhost, localhost"
    })
    void noPasswordIsShown(String text, String shown) {
        assertThat(ServerAddress.shown(text)).isEqualTo(shown);
    }
}
