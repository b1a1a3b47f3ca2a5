package wormhole.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wormhole.shell.json.EventSchema;

/** Scripts from standard input and from files, in this process. */
class BatchRunTest {
    private static final String SERVER = """
            server --host 127.0.0.1 --mailbox-port 0 --relay-port 0 &
            set WORMHOLE_RELAY_URL $mailbox
            set WORMHOLE_TRANSIT_HELPER $relay
            """;

    @TempDir
    private Path folder;

    @Test
    void theExampleSendsToItself() throws IOException {
        Files.createDirectory(folder.resolve("letters"));
        Files.writeString(folder.resolve("letters/one"), "Dear me");
        Path script = Path.of("../docs/examples/to-myself.wormhole").toAbsolutePath();
        ProgramRun.Result result = ProgramRun.inEmptySurroundings()
                .withPlugins()
                .inDirectory(folder)
                .run("batch", script.toString());

        assertThat(result.status()).as(result.error()).isZero();
        assertThat(result.output().lines().toList())
                .startsWith("is anybody there?", "The text was: is anybody there?")
                .last()
                .asString()
                .startsWith("Arrived in " + folder.resolve("arrived"))
                .containsPattern("[0-9a-f]{64}\\.$");
        assertThat(folder.resolve("arrived/one")).hasContent("Dear me");
    }

    @Test
    void aSecondTransferHasItsOwnResults() {
        ProgramRun.Result result = script(SERVER
                + "send --text one &\nreceive $code\nwait\nsend --text two &\nreceive $code\nwait\necho [$text] \\#$name\n"
                        .replace("$name", "1"));

        assertThat(result.status()).as(result.error()).isZero();
        assertThat(result.output()).isEqualTo("one\ntwo\n[two] #1\n");
    }

    @Test
    void theFirstFailureStopsItWithItsPlaceAndStatus() {
        ProgramRun.Result result = script("echo before\n\nsend no-such-file  # cannot work\necho after\n");

        assertThat(result.status()).isEqualTo(8);
        assertThat(result.output()).isEqualTo("before\n");
        assertThat(result.error()).startsWith("wormhole: -:3: ").contains("no-such-file");
    }

    @Test
    void aFailureInTheBackgroundCountsToo() {
        ProgramRun.Result result = script(SERVER + "receive 5-no-way --timeout 1 &\nwait\necho after\n");

        assertThat(result.status()).isEqualTo(7);
        assertThat(result.output()).isEmpty();
        assertThat(result.error()).contains("wormhole: -:4: ");
    }

    @Test
    void itGoesOnIfItIsToldToAndFailsLikeTheFirst() {
        ProgramRun.Result result = script("send no-such-file\nsnd\necho after\n", "--keep-going");

        assertThat(result.status()).isEqualTo(8);
        assertThat(result.output()).isEqualTo("after\n");
        assertThat(result.error())
                .contains(
                        "-:1: ",
                        "-:2: there is no command 'snd'\nDid you mean send?",
                        "2 commands failed, the first: -:1");
    }

    @Test
    void aScriptCannotRunScripts() {
        assertThat(script("batch -\n").error()).contains("-:1: 'batch' cannot be part of a script");
    }

    @Test
    void anotherScriptRunsByItsNameWithTheSameVariablesAndItsOwnPlaces() throws IOException {
        Path other = Files.writeString(folder.resolve("other"), "set who $who-too\n\nsend no-such-file\n");
        ProgramRun.Result result = script("set who me\nsource " + other + "\necho $who\n", "--keep-going");

        assertThat(result.status()).isEqualTo(8);
        assertThat(result.output()).isEqualTo("me-too\n");
        assertThat(result.error()).contains("wormhole: one command failed: " + other + ":3: cannot send");
        assertThat(script("source " + other + "\necho after\n").output()).isEmpty();
    }

    @Test
    void aScriptThatRunsItselfComesToAnEnd() throws IOException {
        Path itself = folder.resolve("itself");
        Files.writeString(itself, "source " + itself + "\n");

        assertThat(script("source " + itself + "\n").error())
                .contains(itself + ":1: scripts call each other without end");
    }

    @Test
    void whatWaitsForAResultThatNeverComesFailsAsItsJobDid() {
        ProgramRun.Result result = script(SERVER + "receive 5-no-way --timeout 1 &\necho $path\n");

        assertThat(result.status()).isEqualTo(7);
        assertThat(result.error()).contains("-:4: ").doesNotContain("no value for");
    }

    @Test
    void whatNobodyFoundOutHasNoValue() {
        ProgramRun.Result result = script("echo $path\n");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.error()).contains("-:1: there is no value for $path");
    }

    @Test
    void eventsSayInWhichLineTheirCommandStands() throws IOException {
        ProgramRun.Result result = ProgramRun.inEmptySurroundings()
                .withPlugins()
                .withInput((SERVER + "send --text one &\nreceive $code\nwait\n").getBytes(StandardCharsets.UTF_8))
                .run("--json", "batch", "-");

        assertThat(EventSchema.published().events(result.output()))
                .filteredOn(event -> event.get("event").asText().equals("text"))
                .singleElement()
                .satisfies(event -> assertThat(event.get("line").asInt()).isEqualTo(5));
    }

    @Test
    void globalOptionsHoldForAllLines() {
        ProgramRun.Result result =
                script("send --text x --code 7-a-b\n", "--relay-url", "ws://127.0.0.1:1/v1", "--quiet");

        assertThat(result.status()).isEqualTo(6);
        assertThat(result.error()).contains("ws://127.0.0.1:1/v1").doesNotContain("Sending");
    }

    @Test
    void theFailureInFrontIsToldAndNotItsEchoInTheBackground() throws IOException {
        Path taken = Files.writeString(folder.resolve("taken"), "mine");
        Path gift = Files.writeString(folder.resolve("gift"), "yours");
        ProgramRun.Result result =
                script(SERVER + "send " + gift + " &\nreceive $code --on-conflict fail --yes -o " + taken + "\nwait\n");

        assertThat(result.status()).as(result.error()).isEqualTo(8);
        assertThat(result.error()).contains("wormhole: -:5: ");
    }

    @Test
    void aJobThatFailsEndsTheWaitForOthersAtOnce() {
        ProgramRun.Result result = script(SERVER + "receive 2-foo &\nreceive xx &\nwait\n", "--timeout", "60s");

        assertThat(result.status()).as(result.error()).isEqualTo(2);
        assertThat(result.error()).contains("wormhole: -:5: this is no wormhole code");
    }

    @Test
    void theTimeLimitSaysWhereItWasReached() {
        ProgramRun.Result result = script(SERVER + "receive 2-foo &\nwait\n", "--timeout", "2s");

        assertThat(result.status()).isEqualTo(7);
        // A slow machine may not get beyond the start of the server.
        assertThat(result.error()).containsPattern("wormhole: -:[1-5]: not done within 2 seconds");
    }

    @Test
    void aFailureIsToldToProgramsWithItsFileAndCure() throws IOException {
        ProgramRun.Result result = ProgramRun.inEmptySurroundings()
                .withInput("snd\n".getBytes(StandardCharsets.UTF_8))
                .run("--json", "batch", "--keep-going", "-");

        assertThat(EventSchema.published().events(result.output()))
                .filteredOn(event -> event.get("event").asText().equals("failed"))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.get("file").asText()).isEqualTo("-");
                    assertThat(event.get("hint").asText()).contains("send");
                });
    }

    @Test
    void theMarkThatSomeEditorsPutBeforeUtf8IsSkipped() {
        assertThat(script("\ufeffecho first\n").output()).isEqualTo("first\n");
    }

    private static ProgramRun.Result script(String lines, String... options) {
        String[] words = new String[options.length + 2];
        words[0] = "batch";
        words[1] = "-";
        System.arraycopy(options, 0, words, 2, options.length);
        return ProgramRun.inEmptySurroundings()
                .withPlugins()
                .withInput(lines.getBytes(StandardCharsets.UTF_8))
                .run(words);
    }
}
