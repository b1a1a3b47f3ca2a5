package wormhole.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wormhole.shell.json.EventSchema;

/** A folder full of bad plugins: each is named with the cure, and none stops the program. */
class BadPluginsTest {
    private static final String COMMAND =
            "public List<Command> commands() { return List.of(new Command() { public CommandSpec spec() { return"
                    + " CommandSpec.named(\"%s\", \"%s\"); } public void run(Invocation i) { %s } }); }";

    private static final String EXIT = "try { Class.forName(\"java.lang.System\").getMethod(\"exit\", int.class)"
            + ".invoke(null, 0); } catch (ReflectiveOperationException e) { throw new IllegalStateException(e); }";

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private static Path bad;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private static Path blocking;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private static Path cache;

    @TempDir
    private Path folder;

    @BeforeAll
    static void make() throws IOException {
        StrangersJar.write(bad.resolve("version.jar"), "a1", "", "9.0");
        StrangersJar.write(bad.resolve("throws.jar"), "a2", "public Stranger() { throw new Error(\"oh\\u001b[2J\"); }");
        StrangersJar.write(bad.resolve("exits.jar"), "a3", "public Stranger() { System.exit(0); }");
        StrangersJar.write(bad.resolve("again.jar"), "file", "");
        StrangersJar.write(bad.resolve("hostile.jar"), "../x\\u001b[2J", "");
        StrangersJar.write(bad.resolve("nulls.jar"), "a4", "public List<Command> commands() { return null; }");
        StrangersJar.write(bad.resolve("taken.jar"), "a5", COMMAND.formatted("send", "mine", ""));
        StrangersJar.write(bad.resolve("library.jar"), "a6", "static class Gone {} public Stranger() { new Gone(); }");
        removeClass(bad.resolve("library.jar"), "stranger/Stranger$Gone.class");
        Files.writeString(bad.resolve("broken.jar"), "PK no jar at all");
        Files.createFile(bad.resolve("empty.jar"));
        Files.createDirectory(bad.resolve("folder.jar"));
        Files.createSymbolicLink(bad.resolve("link.jar"), Path.of("nowhere.jar"));
        StrangersJar.write(
                bad.resolve("working.jar"),
                "working",
                COMMAND.formatted("fails", "sum\\u001b[2J\\nmary", "throw new StackOverflowError();"));
        // Until the folder is deleted, or all later tests would have to share the processor with it.
        StrangersJar.write(
                blocking.resolve("blocks.jar"),
                "a7",
                "public List<OfferType> offerTypes() { while (java.nio.file.Files.exists(java.nio.file.Path.of("
                        + "java.net.URI.create(\"" + blocking.toUri() + "\")))) {} return List.of(); }");
    }

    private static void removeClass(Path jar, String name) throws IOException {
        try (var zip = java.nio.file.FileSystems.newFileSystem(jar)) {
            Files.delete(zip.getPath(name));
        }
    }

    private static ProgramRun.Result run(Path plugins, String... words) {
        return with(plugins, words, "");
    }

    private static ProgramRun.Result with(Path plugins, String[] words, String input) {
        String[] all = new String[words.length + 2];
        all[0] = "--plugins";
        all[1] = plugins.toString();
        System.arraycopy(words, 0, all, 2, words.length);
        return ProgramRun.inEmptySurroundings()
                .withPlugins()
                .withVariable("XDG_CONFIG_DIRS", "/nowhere")
                .withVariable("XDG_CACHE_HOME", cache.toString())
                .withInput(input.getBytes(StandardCharsets.UTF_8))
                .run(all);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "version | was built for SPI version 9.0, this program has 1.0 | Get a version of the plugin",
                "throws | failed to load: java.lang.Error: oh\\x1b[2J | tell its author",
                "exits | calls java/lang/System.exit, which ends the program | WormholeException",
                "again | the id 'file' belongs to the plugin 'file' | wormhole plugins remove again.jar",
                "hostile | the id '../x\\x1b[2J' is malformed | wormhole plugins remove hostile.jar",
                "nulls | the list of its commands is null | tell its author",
                "taken | its command 'send' is not in use | Tell the plugin's author",
                "library | stranger.Stranger$Gone | put the plugin's jar and its libraries into a folder",
                "broken | cannot be read | Get the jar again",
                "empty | cannot be read | wormhole plugins remove empty.jar",
                "folder | is a folder without a jar | Put the jars of one plugin there",
                "link | it is a link to nothing | wormhole plugins remove link.jar",
            })
    void isNamedWithTheCure(String name, String what, String cure) {
        String listed = run(bad, "plugins").output();
        String told = listed.substring(listed.indexOf("Not in use: " + bad.resolve(name + ".jar")));
        List<String> lines = told.lines().limit(3).toList();

        assertThat(lines.get(1)).contains(what);
        assertThat(lines.get(2)).contains(cure);
        assertThat(listed).doesNotContain("\u001b", "\tat ");
        if (!name.equals("taken")) {
            assertThat(run(bad, "plugins", "info", name).output()).startsWith(String.join("\n", lines));
        }
    }

    @Test
    void programsAreToldAsTheSchemaSays() throws IOException {
        List<JsonNode> events =
                EventSchema.published().events(run(bad, "--json", "plugins").output());

        assertThat(events.stream().filter(event -> event.get("event").asText().equals("plugin-problem")))
                .hasSize(12)
                .allSatisfy(event -> assertThat(event.get("cure").asText()).isNotEmpty());
    }

    @Test
    void everythingElseStillWorks() {
        assertThat(run(bad, "send", "--text", "a", "--dry-run").status()).isZero();
        assertThat(run(bad, "help").output()).contains("sum\\x1b[2J\\nmary").doesNotContain("\u001b");
        assertThat(run(bad, "completion", "fish").output()).doesNotContain("\u001b");
        ProgramRun.Result shell =
                with(bad, new String[] {"shell"}, "fails\nplugins info broken\nsend --dry-run --text a\n");
        assertThat(shell.output()).contains("Not in use: ");
        assertThat(shell.error())
                .contains("the plugin 'working' failed: java.lang.StackOverflowError")
                .contains("Would send text message (1 character).")
                .doesNotContain("\tat ");
    }

    @Test
    void aSettingOfWhatIsLeftOutDoesNotStopTheRest() throws IOException {
        Path config = Files.writeString(folder.resolve("config.toml"), "chat.colour = \"blue\"\n");
        String[] help = {"help", "--config", config.toString()};

        assertThat(run(bad, help).status()).isZero();
        assertThat(run(folder, help).status()).isEqualTo(2);
    }

    @Test
    void whoMissesACommandHearsOfPlugins() {
        assertThat(run(bad, "chat").error()).contains("there is no command 'chat'", "'wormhole plugins' tells why");
    }

    @Test
    void oneThatBlocksCostsTimeOnceAndIsTriedAgainByTheListing() {
        String[] send = {"send", "--text", "a", "--dry-run"};
        assertThat(run(blocking, send).error()).contains("blocks.jar did not get ready", "Would send");

        assertThat(run(blocking, send).error()).doesNotContain("blocks.jar").contains("Would send");
        assertThat(run(blocking, "plugins").output()).contains("blocks.jar\n  was not ready after 5 seconds");
    }

    @ParameterizedTest
    @CsvSource({"constructor, help", "command, ends"})
    void oneThatEndsTheProgramIsNamedAndItIsNoSuccess(String where, String word) throws Exception {
        String body = where.equals("command")
                ? COMMAND.formatted("ends", "ends", EXIT)
                : "public Stranger() { System.out.println(\"printed\"); " + EXIT + " }";
        Path jar = StrangersJar.write(folder.resolve("ends.jar"), "ends", body);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "wormhole.shell.Main",
                        "--json",
                        "--plugins",
                        folder.toString(),
                        word)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        List<JsonNode> events = EventSchema.published().events(output);
        assertThat(events.get(events.size() - 1).get("message").asText())
                .isEqualTo("a plugin ended the program: " + jar);
    }
}
