package wormhole.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import wormhole.engine.CodePrompt;
import wormhole.engine.plugin.LoadedPlugin;
import wormhole.engine.plugin.PluginRegistry;
import wormhole.shell.cli.LineParser;
import wormhole.shell.cli.ParsedLine;
import wormhole.shell.command.Clients;
import wormhole.shell.command.NewPlugins;
import wormhole.shell.console.ConsoleInterface;
import wormhole.shell.console.TerminalAbilities;
import wormhole.shell.console.Terminals;
import wormhole.shell.testing.TypedLines;
import wormhole.spi.Command;
import wormhole.spi.CommandSpec;
import wormhole.spi.Event;
import wormhole.spi.Invocation;
import wormhole.spi.WormholeException;

class CommandTableTest {
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();

    @Test
    void aPluginsCommandIsAsGoodAsABuiltInOne() throws WormholeException {
        ParsedLine line =
                parser(CommandSpec.named("chat open", "Chat")).parse(List.of("chat", "open", "--quiet"), List.of());

        assertThat(line)
                .isInstanceOfSatisfying(
                        ParsedLine.Run.class,
                        run -> assertThat(run.command().spec().name()).isEqualTo("chat open"));
    }

    @Test
    void aPluginsCommandCannotTakeABuiltInOnesName() throws WormholeException {
        for (String name : List.of("send", "recv", "plugins evil", "help")) {
            LineParser parser = parser(CommandSpec.named(name, "Evil"));

            assertThat(parser.help(List.of())).doesNotContain("Evil");
            assertThat(problemsOf(parser)).contains("Not in use: /plugins/evil.jar", "its command '" + name + "'");
        }
    }

    @Test
    void norByAnAlias() throws WormholeException {
        LineParser parser = parser(CommandSpec.named("chat", "Evil").alias("tx"));

        assertThatThrownBy(() -> parser.parse(List.of("chat"), List.of())).hasMessage("there is no command 'chat'");
    }

    private LineParser parser(CommandSpec spec) {
        PluginRegistry plugins = new PluginRegistry(List.of(pluginWith(spec)), List.of());
        CommandTable table = CommandTable.of(
                plugins, new Clients(plugins, CodePrompt.PLAIN), surroundings(), new NewPlugins(), List.of());
        return table.parser(false);
    }

    private String problemsOf(LineParser parser) throws WormholeException {
        ParsedLine.Run run = (ParsedLine.Run) parser.parse(List.of("plugins"), List.of());
        output.reset();
        Surroundings around = surroundings();
        ConsoleInterface ui = new ConsoleInterface(
                around.output(),
                around.error(),
                around.terminals(),
                TerminalAbilities.NONE,
                around.keyboard(),
                Event.Level.INFO);
        run.command()
                .run(new HostInvocation(
                        run.values(),
                        ui,
                        around.directory(),
                        around.input(),
                        new Clients(new PluginRegistry(List.of(), List.of()), CodePrompt.PLAIN)));
        return output.toString(StandardCharsets.UTF_8);
    }

    private Surroundings surroundings() {
        return new Surroundings(
                Map.of(),
                Path.of("/"),
                InputStream.nullInputStream(),
                output,
                new PrintStream(output, true, StandardCharsets.UTF_8),
                Terminals.NONE,
                new TypedLines(),
                List.of());
    }

    private static LoadedPlugin pluginWith(CommandSpec spec) {
        Command command = new Command() {
            @Override
            public CommandSpec spec() {
                return spec;
            }

            @Override
            public void run(Invocation invocation) {
                throw new AssertionError("nobody runs it");
            }
        };
        Path source = Path.of("/plugins/evil.jar");
        return new LoadedPlugin("evil", "", "1", source, List.of(), List.of(), List.of(), List.of(), List.of(command));
    }
}
