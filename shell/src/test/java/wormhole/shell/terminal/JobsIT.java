package wormhole.shell.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import wormhole.shell.distribution.Installed;

/** Several wormholes at once, and how one leaves them. */
class JobsIT extends AtADesk {
    @Test
    void jobsAreListedAndCancelledByNumber() throws Exception {
        Terminal terminal = desk.shell();
        terminal.enters("send --no-qr --text one").sees("[1] Wormhole code is: ");
        terminal.enters("send --no-qr --text two").sees("[2] Wormhole code is: ");
        terminal.enters("jobs").awaits("both in the list and in the status", screen -> screen.count("[2] send") == 2);

        terminal.enters("cancel 1").sees("[1] Cancelled: send --no-qr --text one");
        terminal.presses("C-l").enters("jobs").seesLine("[1] send --no-qr --text one · cancelled");
        terminal.enters("cancel").sees("[2] Cancelled:");
    }

    @Test
    void waitingEndsWithTheJobAndControlCEndsOnlyTheWaiting() throws Exception {
        Terminal terminal = desk.shell();
        terminal.enters("send --no-qr --code 7-crossover-clockwork --text late").sees(" · code 7-crossover-clockwork");
        terminal.enters("wait 1")
                .sees("Waiting for job 1: Ctrl-C")
                .presses("C-c")
                .seesTyped("");
        terminal.enters("echo still here").seesLine("still here");
        terminal.enters("wait 1").sees("Waiting for job 1: Ctrl-C").types("echo next");
        Installed.Run receiver = desk.peer("receive", "7-crossover-clockwork");

        terminal.sees("[1] Done: send").seesTyped("echo next");
        assertThat(receiver.status()).isZero();
        assertThat(receiver.outputText()).isEqualTo("late\n");
    }

    @Test
    void controlCEndsWhatWasPastedToo() throws Exception {
        Terminal terminal = desk.shell();
        terminal.enters("send --no-qr --text one").sees("[1] Wormhole code is: ");
        terminal.pastes("wait 1\necho after\necho that").sees("echo that").presses("Enter");
        terminal.sees("Waiting for job 1: Ctrl-C")
                .presses("C-c")
                .seesLine("The 2 lines behind it were not run.")
                .seesTyped("");

        assertThat(terminal.screen().lines()).doesNotContain("after", "that");
    }

    @Test
    void anArrowIsOneBeforeThePromptIsThere() throws Exception {
        Terminal terminal = desk.shell();
        terminal.enters("send --no-qr --code 7-crossover-clockwork --text late").sees(" · code 7-crossover-clockwork");
        terminal.enters("wait 1").sees("Waiting for job 1: Ctrl-C").presses("Up", "Left");
        Installed.Run receiver = desk.peer("receive", "7-crossover-clockwork");

        terminal.sees("[1] Done: send").types("2").seesTyped("wait 21");
        assertThat(receiver.status()).isZero();
    }

    @Test
    void controlCCancelsTheJobInFrontAndNotTheShell() throws Exception {
        Terminal terminal = desk.shell();
        terminal.enters("send --no-qr --text one").sees("[1] Wormhole code is: ");
        terminal.enters("fg 1")
                .sees("Job 1 is in front")
                .presses("C-c")
                .sees("[1] Cancelled: send")
                .seesTyped("");

        terminal.enters("echo alive").seesLine("alive");
    }

    @Test
    void controlDLeavesAtOnceWithoutJobs() throws Exception {
        Terminal terminal = desk.shell();
        terminal.presses("C-d");

        assertThat(terminal.status()).isZero();
    }

    @Test
    void controlDAsksFirstWhenThereAreJobsAndTheirPeersAreTold() throws Exception {
        Terminal terminal = desk.shell();
        terminal.enters("receive --allocate").sees("[1] Wormhole code is: ");
        terminal.presses("C-d")
                .sees("A job is still running. Cancel and leave? [y/N]")
                .enters("n");
        terminal.seesTyped("").enters("echo still here").seesLine("still here");

        terminal.presses("C-d").sees("Cancel and leave? [y/N] ").enters("y");
        assertThat(terminal.status()).isZero();
    }

    @Test
    void exitLeavesLikeControlD() throws Exception {
        Terminal terminal = desk.shell();
        terminal.enters("exit");

        assertThat(terminal.status()).isZero();
    }

    @Test
    void whoClosesTheWindowLeavesNoPeerWaiting() throws Exception {
        Files.writeString(desk.elsewhere().resolve("letter.txt"), "Dear Ada");
        Installed.Run sender = desk.peer("send", "--code", "7-crossover-clockwork", "letter.txt");
        Terminal terminal = desk.shell();
        terminal.enters("receive 7-crossover-clockwork")
                .sees("(accept 1 or reject 1)")
                .closesWindow();

        assertThat(sender.status()).isEqualTo(1);
    }

    @Test
    void whoClosesTheWindowAtAQuestionLeavesNoPeerWaiting() throws Exception {
        Files.writeString(desk.elsewhere().resolve("letter.txt"), "Dear Ada");
        Installed.Run sender = desk.peer("send", "--code", "7-crossover-clockwork", "letter.txt");
        desk.opened(80, 24, "tmux-256color", Map.of(), List.of("receive", "7-crossover-clockwork"))
                .sees("[y/N]")
                .closesWindow();

        assertThat(sender.status()).isEqualTo(4);
    }
}
