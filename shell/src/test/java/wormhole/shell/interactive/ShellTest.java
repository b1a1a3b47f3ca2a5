package wormhole.shell.interactive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellTest {
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

    @Test
    void aJobsQuestionWaitsUntilItIsAccepted() throws IOException {
        shell.enters("receive").sees("[1] ok? [NO/yes/later]  (accept 1 or reject 1)");
        shell.enters("jobs").sees("[1] receive · asks: accept 1 or reject 1");

        shell.enters("accept 1").sees("[1] answered yes").sees("[1] Done: receive");
    }

    @Test
    void whatIsTypedNeverAnswersAQuestion() throws IOException {
        shell.enters("receive").sees("(accept 1 or reject 1)");
        shell.enters("yes").sees("there is no command 'yes'");

        shell.enters("jobs").sees("[1] receive · asks");
    }

    @Test
    void questionsOfSeveralJobsAreKeptApart() throws IOException {
        shell.enters("receive").sees("(accept 1 or").enters("receive").sees("(accept 2 or");
        shell.enters("accept").sees("more than one job asks anything");
        shell.enters("reject 2").sees("[2] answered no").sees("[2] Done");

        shell.enters("accept").sees("[1] answered yes");
    }

    @Test
    void anyChoiceCanBeAnsweredAndNothingElse() throws IOException {
        shell.enters("receive").sees("(accept 1 or");
        shell.enters("answer 1 tomorrow").sees("that is no answer to 'ok?'").sees("no, yes, later");

        shell.enters("answer 1 later").sees("[1] answered later");
    }

    @Test
    void aCancelledJobIsInterrupted() throws IOException {
        shell.enters("send").enters("cancel 1").sees("[1] Cancelled: send");
        shell.enters("cancel 1").sees("job 1 has ended already");
        shell.enters("cancel 9").sees("there is no job '9'");
    }

    @Test
    void controlCCancelsTheJobInFrontAndNotTheShell() throws IOException {
        shell.enters("send").enters("sleep").sees("sleeping").interrupts().sees("Cancelled: sleep");

        shell.enters("jobs").sees("[1] send · running");
    }

    @Test
    void theJobInFrontAsksAtOnce() throws IOException {
        shell.enters("ask me").sees("Who?").enters("Ada").sees("hello Ada").sees("wormhole> ");
    }

    @Test
    void aJobBroughtToTheFrontAsksThere() throws IOException {
        shell.enters("receive").sees("(accept 1 or").enters("fg").sees("[1] ok? [NO/yes/later] ");

        shell.enters("l").sees("[1] answered later").sees("wormhole> ");
    }

    @Test
    void controlCAtAQuestionInFrontCancelsTheJobAndAsksNoMore() throws IOException {
        shell.enters("receive").sees("(accept 1 or").enters("fg").sees("[1] ok? [NO/yes/later] ");

        shell.interrupts().sees("[1] Cancelled: receive").sees("wormhole> ");
        shell.enters("jobs").sees("[1] receive · cancelled");
    }

    @Test
    void controlCAtAQuestionEndsOnlyTheWaiting() throws IOException {
        shell.enters("receive").sees("(accept 1 or").enters("receive").sees("(accept 2 or");
        shell.enters("wait").sees("[1] ok? [NO/yes/later] ").interrupts().sees("wormhole> ");

        shell.enters("jobs").sees("[1] receive · asks").sees("[2] receive · asks");
    }

    @Test
    void controlDAsksAboutJobsBeforeItLeaves() throws Exception {
        shell.enters("send").sees("wormhole> ").types(TypedShell.CTRL_D).sees("Cancel and leave? [y/N]");
        shell.enters("").sees("wormhole> ");
        assertThat(shell.isHere()).isTrue();

        shell.types(TypedShell.CTRL_D)
                .sees("Cancel and leave? [y/N]")
                .enters("y")
                .sees("[1] Cancelled");
        shell.leaves();
    }

    @Test
    void aFailureIsSaidWithItsCureAndTheShellGoesOn() throws IOException {
        shell.enters("fail").sees("wormhole: it failed").sees("Do better.").sees("wormhole> ");
    }

    @Test
    void whatJobsSayIsEscaped() throws IOException {
        shell.enters("receive").sees("[1] code is none\\x1b[2J");
    }

    @Test
    void aTypedCodeIsMendedBeforeItIsUsed() throws IOException {
        shell.enters("receive 7 Crossover clokwork").sees("Taking it for 7-crossover-clockwork.");
        shell.sees("[1] code is 7-crossover-clockwork");
    }

    @Test
    void theHistoryHoldsNoCodesAndIsForNobodyElse() throws Exception {
        shell.enters("receive 7 Crossover clokwork -o x")
                .sees("(accept 1 or")
                .enters("accept")
                .sees("[1] Done");
        shell.enters("exit").leaves();

        Path history = folder.resolve("state/wormhole/history");
        assertThat(Files.readString(history))
                .contains("receive -o x", "accept", "exit")
                .doesNotContainIgnoringCase("clo");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(history)))
                .isEqualTo("rw-------");
    }

    @Test
    void theFirstRunBeginsWithThreeLinesOfAdvice() throws Exception {
        String advice = shell.all().substring(0, shell.all().indexOf("wormhole> "));
        assertThat(advice.lines().filter(line -> !line.isBlank())).hasSize(3);
        shell.enters("exit").leaves();

        try (TypedShell second = TypedShell.in(folder)) {
            assertThat(second.all()).doesNotContain("Ctrl-D leaves");
        }
    }
}
