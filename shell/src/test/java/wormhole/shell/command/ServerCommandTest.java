package wormhole.shell.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import wormhole.spi.Application;
import wormhole.spi.CodeChoice;
import wormhole.spi.Dialogue;
import wormhole.spi.ErrorCode;
import wormhole.spi.HostedService;
import wormhole.spi.Invocation;
import wormhole.spi.Option;
import wormhole.spi.OptionValues;
import wormhole.spi.RunningService;
import wormhole.spi.ServiceContext;
import wormhole.spi.WormholeException;
import wormhole.spi.testkit.RecordingUserInterface;

class ServerCommandTest {
    private static final Option HOST = Option.text("HOST", "Where.", "--host");

    private final List<String> closed = new ArrayList<>();
    private final RecordingUserInterface operator = new RecordingUserInterface();

    @Test
    void servicesShareEqualOptions() {
        ServerCommand command = new ServerCommand(List.of(
                service("a", HOST), service("b", HOST), service("c", Option.number("PORT", "Which.", "--port"))));

        assertThat(command.spec().options()).extracting(Option::key).containsExactly("host", "port");
    }

    @Test
    void optionsThatDifferAreRefusedByName() {
        ServerCommand command = new ServerCommand(
                List.of(service("a", HOST), service("b", Option.text("HOST", "Something else.", "--host"))));

        assertThatThrownBy(() -> command.run(invocation()))
                .isInstanceOfSatisfying(
                        WormholeException.class,
                        e -> assertThat(e.messageText()).contains("--host", "b"));
    }

    @Test
    void saysWhereItServesAndClosesEverythingWhenItIsStopped() {
        ServerCommand command = new ServerCommand(List.of(service("a", HOST), service("b", HOST)));
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> command.run(invocation()))
                .isInstanceOfSatisfying(
                        WormholeException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INTERRUPTED));
        assertThat(new String(operator.outputBytes(), StandardCharsets.UTF_8)).isEqualTo("a tcp:a:1\nb tcp:b:1\n");
        assertThat(closed).containsExactly("a", "b");
    }

    @Test
    void aServiceThatFailsTakesTheOthersWithIt() {
        HostedService broken = new FakeService("broken", HOST) {
            @Override
            public RunningService start(ServiceContext context) throws WormholeException {
                throw new WormholeException(ErrorCode.ADDRESS_UNUSABLE, "the port is taken");
            }
        };

        assertThatThrownBy(() -> new ServerCommand(List.of(service("a", HOST), broken)).run(invocation()))
                .hasMessage("the port is taken");
        assertThat(closed).containsExactly("a");
    }

    private HostedService service(String id, Option option) {
        return new FakeService(id, option);
    }

    private class FakeService implements HostedService {
        private final String id;
        private final Option option;

        FakeService(String id, Option option) {
            this.id = id;
            this.option = option;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public String summary() {
            return "A service of a test";
        }

        @Override
        public List<Option> options() {
            return List.of(option);
        }

        @Override
        public RunningService start(ServiceContext context) throws WormholeException {
            return new RunningService() {
                @Override
                public Map<String, String> endpoints() {
                    return Map.of(id, "tcp:" + id + ":1");
                }

                @Override
                public void close() {
                    closed.add(id);
                }
            };
        }
    }

    private Invocation invocation() {
        return new Invocation() {
            @Override
            public OptionValues options() {
                return OptionValues.of(Map.of(), directory());
            }

            @Override
            public RecordingUserInterface ui() {
                return operator;
            }

            @Override
            public Path directory() {
                return Path.of("/");
            }

            @Override
            public InputStream input() {
                return InputStream.nullInputStream();
            }

            @Override
            public void converse(Application application, CodeChoice code, Dialogue dialogue) {
                throw new AssertionError("a server talks to nobody");
            }
        };
    }
}
