package wormhole.shell.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import wormhole.shell.console.Terminals;
import wormhole.spi.Application;
import wormhole.spi.CodeChoice;
import wormhole.spi.Dialogue;
import wormhole.spi.Invocation;
import wormhole.spi.OptionValues;
import wormhole.spi.SendRequest;
import wormhole.spi.WormholeException;
import wormhole.spi.testkit.RecordingUserInterface;

class SendRequestsTest {
    private static final Path HERE = Path.of("/home/me");

    private final RecordingUserInterface person = new RecordingUserInterface();

    @Test
    void pathsAreMadeAbsoluteAndHaveANameAtTheirEnd() throws WormholeException {
        SendRequest request = request(Map.of("path", List.of("a", "/b/../c", ".", "x/..")));

        assertThat(request.paths())
                .containsExactly(Path.of("/home/me/a"), Path.of("/b/../c"), HERE, Path.of("/home/me"));
        assertThat(request.text()).isNull();
        assertThat(request.stream()).isNull();
    }

    @Test
    void optionsAboutPathsAreKept() throws WormholeException {
        SendRequest request = request(Map.of(
                "path", List.of("a"),
                "name", List.of("other"),
                "exclude", List.of("*.tmp", "b"),
                "ignore-unsendable-files", List.of("true")));

        assertThat(request)
                .isEqualTo(
                        new SendRequest(null, null, List.of(HERE.resolve("a")), "other", List.of("*.tmp", "b"), true));
    }

    @Test
    void aDashIsStandardInput() throws WormholeException {
        SendRequest request = request(Map.of("path", List.of("-"), "name", List.of("data")));

        assertThat(request.stream()).isNotNull();
        assertThat(request.chosenName()).contains("data");
        assertThat(request.paths()).isEmpty();
    }

    @Test
    void aTextIsTakenReadOrAskedFor() throws WormholeException {
        assertThat(request(Map.of("text", List.of("hi"))).text()).isEqualTo("hi");
        assertThat(request(Map.of("text", List.of("-"))).text()).isEqualTo("from input ☃");
        person.answering("typed");
        assertThat(request(Map.of()).text()).isEqualTo("typed");
    }

    @Test
    void aTextWithoutEndIsNotReadForEver() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                return length;
            }
        };

        assertThatThrownBy(() -> request(Map.of("text", List.of("-")), endless))
                .hasMessage("standard input holds too much for a text");
    }

    private SendRequest request(Map<String, List<String>> values) throws WormholeException {
        return request(values, new ByteArrayInputStream("from input ☃".getBytes(StandardCharsets.UTF_8)));
    }

    private SendRequest request(Map<String, List<String>> values, InputStream input) throws WormholeException {
        return new SendRequests(invocation(OptionValues.of(values, HERE), input), new Terminals(true, true, true))
                .request();
    }

    private Invocation invocation(OptionValues values, InputStream standardInput) {
        return new Invocation() {
            @Override
            public OptionValues options() {
                return values;
            }

            @Override
            public RecordingUserInterface ui() {
                return person;
            }

            @Override
            public Path directory() {
                return HERE;
            }

            @Override
            public InputStream input() {
                return standardInput;
            }

            @Override
            public void converse(Application application, CodeChoice code, Dialogue dialogue) {
                throw new AssertionError("nothing is sent yet");
            }
        };
    }
}
