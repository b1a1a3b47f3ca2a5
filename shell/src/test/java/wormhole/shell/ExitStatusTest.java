package wormhole.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import wormhole.shell.json.EventSchema;
import wormhole.spi.Command;

/** Every command's exit status and streams; what needs two sides stands in the tests of transfers. */
class ExitStatusTest {
    /**
     * A command line, its status, and what the streams hold: 'out' for standard output only, 'err' for standard error only.
     * {@code @} stands for a folder of the test's own, {@code !} for a server that is not there.
     */
    private static final String TABLE = """
            --help | 0 | out
            --version --quiet | 0 | out
            nothing | 2 | err
            --nothing | 2 | err
            --profile missing help | 2 | err
            --config @/missing help | 8 | err
            help | 0 | out
            help ssh invite | 0 | out
            help nothing | 2 | err
            send --nothing | 2 | err
            send | 2 | err
            send --dry-run pom.xml | 0 | err
            send --dry-run missing | 8 | err
            send --text a --code bad | 2 | err
            send --text a --code 7-a-b -0 | 2 | err
            send --text a --code 7-a-b ! | 6 | err
            send --text a --relay-url nowhere | 2 | err
            send --text a --timeout 0 | 2 | err
            send --text a --code 7-a-b --verify-with 12 ! | 2 | err
            send --text a --code-file no/such/folder | 8 | err
            send --text a --code-fd 999 | 8 | err
            send --text a --dry-run --dump-timing no/such/folder | 8 | err
            receive | 2 | err
            receive bad | 2 | err
            receive 7-a-b --on-conflict never | 2 | err
            receive 7-a-b ! | 6 | err
            receive --code-file missing | 8 | err
            receive 7-a-b --code-file pom.xml | 2 | err
            ssh | 2 | err
            ssh nothing | 2 | err
            ssh invite --code-length 0 | 2 | err
            ssh invite --user nobody-has-this-name | 2 | err
            ssh invite ! | 6 | err
            ssh accept | 2 | err
            ssh accept bad --yes --key-file @/key.pub | 2 | err
            ssh accept 7-a-b --yes --key-file missing.pub | 8 | err
            ssh accept 7-a-b --yes --key-file pom.xml | 8 | err
            ssh accept 7-a-b --key-file @/key.pub | 4 | err
            ssh accept 7-a-b --yes --key-file @/key.pub ! | 6 | err
            server --mailbox-port many | 2 | err
            server --host 127.0.0.1 --mailbox-port 0 --relay-port 0 --timeout 1 | 7 | both
            server --host 203.0.113.1 --mailbox-port 0 --relay-port 0 | 1 | err
            plugins | 0 | out
            plugins nothing | 2 | err
            plugins list | 0 | out
            plugins list more | 2 | err
            plugins info file | 0 | out
            plugins info nothing | 2 | err
            plugins install missing.jar | 8 | err
            plugins install @/broken.jar --plugins @/own | 1 | err
            plugins install @/good.jar --plugins @/own | 0 | out
            plugins remove nothing | 2 | err
            plugins remove bad --plugins @/own | 0 | out
            config | 0 | err
            config list | 0 | err
            config list more | 2 | err
            config get receive.on-conflict | 0 | out
            config get nothing | 2 | err
            config set receive.on-conflict rename | 0 | none
            config set receive.on-conflict never | 2 | err
            config set nothing 1 | 2 | err
            config unset relay-url | 0 | none
            config unset nothing | 2 | err
            config nothing | 2 | err
            completion bash | 0 | out
            completion zsh | 0 | out
            completion fish | 0 | out
            completion nothing | 2 | err
            timeline @/timing.json | 0 | out
            timeline @/timing.json -o @/page.html | 0 | none
            timeline @/timing.json -o no/such/page.html | 8 | err
            timeline | 2 | err
            timeline missing | 8 | err
            timeline pom.xml | 8 | err
            batch missing | 8 | err
            batch - | 0 | none
            batch @/fails.wormhole | 2 | err
            shell | 0 | none
            shell more | 2 | err
            demo more | 2 | err
            """;

    /** What succeeds only with somebody on the other side, or as a process: tested in the distribution's tests. */
    private static final Set<String> NOT_ALONE = Set.of("receive", "ssh invite", "ssh accept", "server", "demo");

    private static final String KEY =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIEAkxG3dmOdOTu+VkHdF4maePj6zAkoKaHKAvy5F1QO6 alice@laptop\n";

    @TempDir
    private static Path common;

    @TempDir
    private Path folder;

    @BeforeAll
    static void makeOnce() throws IOException {
        StrangersJar.write(common.resolve("good.jar"), "good", "");
        ProgramRun.Result timed = ProgramRun.inEmptySurroundings()
                .withPlugins()
                .run("send", "--text", "a", "--dry-run", "--dump-timing", common + "/timing.json");
        assertThat(timed.status()).as(timed.error()).isZero();
    }

    @BeforeEach
    void make() throws IOException {
        Files.copy(common.resolve("good.jar"), folder.resolve("good.jar"));
        Files.copy(common.resolve("timing.json"), folder.resolve("timing.json"));
        Files.writeString(folder.resolve("key.pub"), KEY);
        Files.writeString(folder.resolve("broken.jar"), "no jar");
        Files.createDirectory(folder.resolve("own"));
        Files.writeString(folder.resolve("own/bad.jar"), "no jar");
        Files.writeString(folder.resolve("fails.wormhole"), "help nothing\n");
    }

    /** A line of the table. */
    private record Row(String line, int status, String streams) {
        static Row read(String text) {
            String[] cells = text.split(" \\| ", -1);
            return new Row(cells[0], Integer.parseInt(cells[1]), cells[2]);
        }

        boolean isOf(String command) {
            return (line + " ").startsWith(command + " ");
        }

        String[] words(Path folder) {
            return line.replace("@", folder.toString())
                    .replace("!", "--relay-url ws://127.0.0.1:1/v1")
                    .split(" ", -1);
        }
    }

    private static Stream<Row> rows() {
        return TABLE.lines().map(Row::read);
    }

    private ProgramRun.Result run(String... words) {
        return ProgramRun.inEmptySurroundings()
                .withPlugins()
                .withVariable("XDG_CONFIG_DIRS", "/nowhere")
                .withVariable("XDG_CONFIG_HOME", folder.resolve("config").toString())
                .run(words);
    }

    static Stream<Arguments> isThatOfTheContract() {
        return rows().map(row -> Arguments.of(row.line(), row));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void isThatOfTheContract(String line, Row row) {
        ProgramRun.Result result = run(row.words(folder));

        assertThat(result.status()).as(result.error()).isEqualTo(row.status());
        assertThat(result.output().isEmpty())
                .as(result.output())
                .isEqualTo(!row.streams().matches("out|both"));
        assertThat(result.error().isEmpty())
                .as(result.error())
                .isEqualTo(!row.streams().matches("err|both"));
        assertThat(result.error()).doesNotContain("\tat ", "Exception");
    }

    static Stream<Arguments> isTheSameForProgramsWhoReadEventsOnly() {
        return rows().filter(row -> !row.line().startsWith("--")).map(row -> Arguments.of(row.line(), row));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void isTheSameForProgramsWhoReadEventsOnly(String line, Row row) throws IOException {
        ProgramRun.Result result = run(
                Stream.concat(Stream.of("--json"), Stream.of(row.words(folder))).toArray(String[]::new));

        assertThat(result.status()).as(result.output()).isEqualTo(row.status());
        assertThat(result.error()).isEmpty();
        List<JsonNode> events = EventSchema.published().events(result.output());
        List<String> names =
                events.stream().map(event -> event.get("event").asText()).toList();
        if (row.status() == 0) {
            assertThat(names).doesNotContain("error");
        } else {
            assertThat(names).endsWith("error");
        }
    }

    @Test
    void isToldForEveryCommandThereIs() throws IOException {
        for (Command command : AllCommands.list()) {
            String name = command.spec().name();
            assertThat(rows().filter(row -> row.isOf(name))).as(name + " fails").anyMatch(row -> row.status() != 0);
            if (!NOT_ALONE.contains(name)) {
                assertThat(rows().filter(row -> row.isOf(name)))
                        .as(name + " succeeds")
                        .anyMatch(row -> row.status() == 0);
            }
        }
    }
}
