package wormhole.shell.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import wormhole.shell.distribution.Installed;

/** What Tab does, and that it claims nothing. */
class CompletionIT extends AtADesk {
    private static final String CODE = "7-crossover-clockwork";

    @Test
    void commandsOfTheProgramAndOfPluginsAreCompleted() throws Exception {
        Terminal terminal = desk.shell();
        terminal.types("rec").presses("Tab").seesTyped("receive").presses("C-u");
        terminal.types("ss")
                .presses("Tab")
                .seesTyped("ssh")
                .types("i")
                .presses("Tab")
                .seesTyped("ssh invite");
    }

    @Test
    void onAnEmptyLineTabShowsWhatThereIs() throws Exception {
        desk.shell().presses("Tab").sees("receive").sees("plugins").sees("cancel");
    }

    @Test
    void optionsAndTheirChoicesAreCompleted() throws Exception {
        Terminal terminal = desk.shell();
        terminal.types("receive --on-c").presses("Tab").seesTyped("receive --on-conflict");
        terminal.types("o")
                .presses("Tab")
                .seesTyped("receive --on-conflict overwrite")
                .presses("C-u");
        terminal.types("ssh invite --us").presses("Tab").seesTyped("ssh invite --user");
    }

    @Test
    void pathsAreCompletedAndSeveralAreListed() throws Exception {
        Files.writeString(desk.here().resolve("holiday one.txt"), "");
        Files.createDirectory(desk.here().resolve("homework"));
        Terminal terminal = desk.shell();
        terminal.types("send h")
                .presses("Tab", "Tab")
                .sees("homework/")
                .sees("holiday one.txt")
                .seesTyped("send ho");
        terminal.types("m").presses("Tab").seesTyped("send homework/").presses("C-u");

        terminal.types("send hol")
                .presses("Tab")
                .sees("holiday")
                .enters("--dry-run")
                .sees("'holiday one.txt'");
    }

    @Test
    void keysOfSettingsAreCompleted() throws Exception {
        Terminal terminal = desk.shell();
        terminal.types("config get receive.on-c").presses("Tab").seesTyped("config get receive.on-conflict");
        terminal.presses("C-c").seesTyped("");
    }

    @Test
    void codesAreCompletedFromTheServerAndTheWordListWithoutClaimingAnything() throws Exception {
        Installed.Run sender = desk.peer("send", "--code", CODE, "--text", "hello");
        Installed.awaitLine(sender, sender.error(), "Wormhole code is: ");
        Terminal terminal = desk.shell();
        terminal.types("receive ").completes("receive 7-");
        terminal.types("crosso").presses("Tab").seesTyped("receive 7-crossover-");
        terminal.types("clockw")
                .presses("Tab")
                .seesTyped("receive " + CODE)
                .presses("C-c")
                .seesTyped("");

        Installed.Run receiver = desk.peer("receive", CODE);
        assertThat(receiver.status()).as(receiver.errorText()).isZero();
        assertThat(receiver.outputText()).isEqualTo("hello\n");
    }

    @Test
    void aCodeThatAJobAsksForIsCompletedInFrontAndBehind() throws Exception {
        Terminal terminal = desk.shell();
        terminal.enters("receive").sees("(answer 1 TEXT)");
        terminal.types("answer 1 7-crosso")
                .presses("Tab")
                .seesTyped("answer 1 7-crossover-")
                .presses("C-c");
        terminal.enters("fg 1")
                .sees("[1] Enter receive wormhole code:")
                .types("7-crossover-clockw")
                .presses("Tab");

        terminal.sees("code: " + CODE)
                .presses("C-c")
                .sees("[1] Cancelled: receive")
                .seesTyped("");
    }

    @Test
    void numbersOfJobsAreCompleted() throws Exception {
        Terminal terminal = desk.shell();
        terminal.enters("send --no-qr --text one").sees("[1] Wormhole code is: ");
        terminal.types("cancel ")
                .presses("Tab")
                .seesTyped("cancel 1")
                .presses("Enter")
                .sees("[1] Cancelled");
    }
}
