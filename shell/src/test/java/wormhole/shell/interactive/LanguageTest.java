package wormhole.shell.interactive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the shell has in common with scripts. */
class LanguageTest {
    @TempDir
    private Path folder;

    private TypedShell shell;

    @BeforeEach
    void begin() throws Exception {
        shell = TypedShell.in(folder);
    }

    @AfterEach
    void end() throws IOException {
        shell.close();
    }

    private void script(String name, String... lines) throws IOException {
        Files.write(folder.resolve(name), List.of(lines));
    }

    @Test
    void aVariableStandsForItsValue() throws IOException {
        shell.enters("set name 'Ada Lovelace'")
                .enters("echo I am $name. # so far")
                .sees("I am Ada Lovelace.");

        shell.enters("echo '$name' \\$name \"<${name}>\"").sees("$name $name <Ada Lovelace>");
        shell.enters("set").sees("name = Ada Lovelace");
    }

    @Test
    void aVariableWithoutAValueIsNamed() throws IOException {
        shell.enters("echo $nobody").sees("there is no value for $nobody").sees("set nobody VALUE");

        shell.enters("set 7 x").sees("'set' takes a name and a value");
    }

    @Test
    void aCommentIsNoCommand() throws IOException {
        shell.enters("   # nothing").enters("echo something").sees("something");
    }

    @Test
    void aQuoteWithoutAnEndIsSaidAndLosesNothing() throws IOException {
        shell.enters("echo 'I am").sees("the ' has no end").sees("wormhole> ");
    }

    @Test
    void whatAScriptSetsStaysSet() throws IOException {
        script("greet.wormhole", "# a greeting", "set who world", "echo hello $who");

        shell.enters("source greet.wormhole").sees("hello world");
        shell.enters("echo bye $who").sees("bye world");
    }

    @Test
    void aScriptStopsAtItsFirstFailureWithFileAndLine() throws IOException {
        script("bad.wormhole", "echo before", "", "fail", "echo after");

        shell.enters("source bad.wormhole").sees("before").sees("it failed").sees("bad.wormhole:3");
        shell.enters("echo end").sees("end");
        assertThat(shell.all()).doesNotContain("after");
    }

    @Test
    void aScriptThatCallsItselfComesToAnEnd() throws IOException {
        script("loop.wormhole", "source loop.wormhole");

        shell.enters("source loop.wormhole").sees("loop.wormhole").sees("wormhole> ");
        shell.enters("echo still here").sees("still here");
    }

    @Test
    void whatEndsWithAnAmpersandRunsBehindThePrompt() throws IOException {
        script("jobs.wormhole", "send &", "jobs", "cancel 1", "wait");

        shell.enters("source jobs.wormhole").sees("[1] send · running").sees("[1] Cancelled: send");
    }

    @Test
    void controlCEndsTheWaitingOfAScriptAndTheScript() throws IOException {
        script("wait.wormhole", "send &", "echo waiting", "wait", "echo after");

        shell.enters("source wait.wormhole").sees("waiting").interrupts().sees("wait.wormhole:3");
        shell.enters("jobs").sees("[1] send · running");
        assertThat(shell.all()).doesNotContain("after");
    }

    @Test
    void aScriptEndsWhereTheJobThatItWaitsForWasCancelled() throws IOException {
        script("wait.wormhole", "send &", "cancel 1", "wait 1", "echo after");

        shell.enters("source wait.wormhole").sees("wait.wormhole:3").sees("wormhole> ");
        assertThat(shell.all()).doesNotContain("after");
    }
}
