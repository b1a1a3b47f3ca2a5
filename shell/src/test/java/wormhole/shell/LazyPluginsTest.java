package wormhole.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** A dropped-in plugin leaves a line in a file whenever its class is initialised. */
class LazyPluginsTest {
    private static final String BODY = """
            static {
                try {
                    java.nio.file.Files.writeString(java.nio.file.Path.of("%s"), "opened\\n",
                            java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.APPEND);
                } catch (java.io.IOException e) {
                    throw new Error(e);
                }
            }

            public List<Command> commands() {
                return List.of(new Command() {
                    public CommandSpec spec() { return CommandSpec.named("greet", "%s"); }
                    public void run(Invocation invocation) { invocation.ui().tell(Event.note("hello")); }
                });
            }
            """;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    private Path trace;

    @BeforeEach
    void install() throws IOException {
        trace = folder.resolve("trace");
        write("Greet somebody");
    }

    private void write(String summary) throws IOException {
        Path plugins = Files.createDirectories(folder.resolve("plugins"));
        StrangersJar.write(plugins.resolve("greeter.jar"), "greeter", BODY.formatted(trace, summary));
    }

    private ProgramRun.Result run(String... words) {
        return ProgramRun.inEmptySurroundings()
                .withPlugins()
                .withVariable("XDG_CONFIG_DIRS", "/nowhere")
                .withVariable("XDG_CACHE_HOME", folder.resolve("cache").toString())
                .inDirectory(folder)
                .withInput(new byte[0])
                .run(atFolder(words));
    }

    private String[] atFolder(String... words) {
        List<String> all =
                new ArrayList<>(List.of("--plugins", folder.resolve("plugins").toString()));
        all.addAll(List.of(words));
        return all.toArray(String[]::new);
    }

    private long opened() throws IOException {
        try (var lines = Files.lines(trace)) {
            return lines.count();
        }
    }

    @Test
    void onlyTheFirstStartOpensWhatIsNotUsed() throws IOException {
        String help = run("help").output();
        assertThat(help).contains("Greet somebody");

        assertThat(run("help").output()).isEqualTo(help);
        assertThat(run("help", "greet").output()).contains("Greet somebody");
        assertThat(run("completion", "bash").output()).contains("greet");
        assertThat(run("send", "--text", "a", "--dry-run").error()).contains("Would send");

        assertThat(opened()).isEqualTo(1);
    }

    @Test
    void itsCommandOpensIt() throws IOException {
        run("help");

        assertThat(run("greet").error()).contains("hello");

        assertThat(opened()).isEqualTo(2);
    }

    @Test
    void theListingOpensEverything() throws IOException {
        run("help");

        assertThat(run("plugins", "list").output()).contains("greeter");

        assertThat(opened()).isEqualTo(2);
    }

    @Test
    void whatFailsWhenItIsOpenedIsNamedInScriptsToo() throws IOException {
        run("help");
        Files.delete(trace);
        Files.createDirectory(trace);

        Path script = Files.writeString(folder.resolve("script"), "plugins list\nplugins info greeter\n");
        String listed = run("batch", script.toString()).output();

        assertThat(listed).doesNotContain("command greet").contains("Is a directory");
        assertThat(listed.split("Not in use: ")).hasSize(3);
    }

    @Test
    void textsThatAreNoCommandOpenNothing() throws IOException {
        run("help");
        run("send", "--text", "plugins", "--dry-run");

        assertThat(opened()).isEqualTo(1);
    }

    @Test
    void aNewVersionIsSeenAtOnce() throws IOException {
        run("help");
        write("Greet everybody");

        assertThat(run("help").output()).contains("Greet everybody").doesNotContain("Greet somebody");
    }

    @Test
    void oneThatIsGoneIsGone() throws IOException {
        run("help");
        Files.delete(folder.resolve("plugins/greeter.jar"));

        assertThat(run("greet").error()).contains("there is no command 'greet'");
    }
}
