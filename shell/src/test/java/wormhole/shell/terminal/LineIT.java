package wormhole.shell.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wormhole.hostile.EvilPeer;
import wormhole.shell.distribution.Installed;

/** Whatever jobs do, the line that is being typed stays whole and belongs to the person. */
class LineIT extends AtADesk {
    private static final String CODE = "7-crossover-clockwork";

    /** Receives, but takes no more than fits into pipes until somebody writes to the gate. */
    private static final String SLOW_RECEIVER =
            "wormhole receive --accept-file -o - " + CODE + " | { read -r go < gate; cat > all; }";

    private void sendsSlowly(Terminal terminal) throws Exception {
        Files.write(desk.here().resolve("film.bin"), new byte[64 << 20]);
        assertThat(desk.unix("mkfifo gate").status()).isZero();
        terminal.enters("send --code " + CODE + " film.bin --no-qr").sees("[1] send film.bin");
        var unused = desk.unix(SLOW_RECEIVER);
        terminal.sees("% of 67.1 MB");
    }

    private void opensTheGate() throws IOException {
        var unused = desk.unix("echo go > gate");
    }

    @Test
    void aTransferLeavesAHalfTypedLineWhole() throws Exception {
        Terminal terminal = desk.shell();
        sendsSlowly(terminal);
        terminal.types("echo half of").seesTyped("echo half of");
        opensTheGate();
        terminal.types(" a").sees("[1] Done: send film.bin").seesTyped("echo half of a");

        terminal.enters(" line").seesLine("half of a line").seesTyped("");
        assertThat(terminal.screen().count(Screen.PROMPT + " echo")).isEqualTo(1);
        assertThat(Files.size(desk.elsewhere().resolve("all"))).isEqualTo(64 << 20);
    }

    @Test
    void theStatusAreaFollowsTheWindowsSize() throws Exception {
        Terminal terminal = desk.shell();
        sendsSlowly(terminal);
        terminal.types("echo one").seesTyped("echo one");
        terminal.resizes(50, 12).awaits("a status line that fits", LineIT::statusAtTheBottom);
        terminal.types(" two").seesTyped("echo one two");
        terminal.resizes(120, 40).awaits("the status at the new bottom", LineIT::statusAtTheBottom);

        terminal.enters(" three").seesLine("one two three").seesTyped("");
        assertThat(terminal.screen().count(Screen.PROMPT + " echo")).isEqualTo(1);
        assertThat(terminal.screen().count("[1] send film.bin")).isEqualTo(1);
        assertThat(terminal.screen().count("[1] The code was used.")).isEqualTo(1);
        opensTheGate();
        terminal.sees("[1] Done: send film.bin").awaits("no status line", screen -> screen.count("[1] send") == 0);
    }

    /**
     * The program may hear of both at once only, and find the size that it knows. What it drew for one size when the window
     * had the other may be left above.
     */
    @Test
    void aWindowThatComesBackToItsSizeIsDrawnAnew() throws Exception {
        Terminal terminal = desk.shell();
        sendsSlowly(terminal);
        terminal.types("echo one").seesTyped("echo one");
        for (int i = 0; i < 5; i++) {
            terminal.resizes(50, 12).resizes(80, 24);
            terminal.awaits("the status at the old bottom", LineIT::statusIsLast);
        }
        terminal.resizes(120, 40).awaits("the status at the new bottom", LineIT::statusIsLast);

        assertThat(terminal.screen().count("[1] The code was used.")).isEqualTo(1);
        terminal.enters(" two").seesLine("one two").seesTyped("");
        opensTheGate();
        terminal.sees("[1] Done: send film.bin");
    }

    /** Which is where a terminal that gets lower would put the status. */
    @Test
    void aLineAtTheBottomStaysThereWhateverTheSize() throws Exception {
        Terminal terminal = desk.shell();
        terminal.enters("receive --allocate").sees("[1] receive --allocate · code ");
        for (int i = 0; i < 24; i++) {
            terminal.enters("echo and again " + i).seesLine("and again " + i);
        }
        terminal.types("echo one").seesTyped("echo one");
        for (List<Integer> size : List.of(List.of(60, 10), List.of(120, 40), List.of(80, 24))) {
            terminal.resizes(size.get(0), size.get(1));
            terminal.awaits(
                    "one line and one status in " + size,
                    screen -> screen.typed().equals("echo one")
                            && screen.count("[1] receive --allocate · code ") == 1
                            && screen.lines().size() >= size.get(1) - 1);
        }

        terminal.enters(" two").seesLine("one two").seesTyped("");
    }

    /** The next status has to find the new bottom, and what is said has to scroll above it. */
    @Test
    void aWindowThatGrowsWhileThereIsNoStatusLosesNoLineLater() throws Exception {
        Terminal terminal = desk.shell();
        terminal.resizes(100, 30);
        for (int i = 0; i < 40; i++) {
            terminal.enters("echo before " + i).seesLine("before " + i);
        }
        terminal.enters("send --text one").sees("[1] send --text one · code ");
        terminal.resizes(50, 15).awaits("the status at the bottom", screen -> lastLineBegins(screen, "[1] send"));
        terminal.enters("cancel").seesLine("[1] Cancelled: send --text one").seesTyped("");
        terminal.awaits("no status", screen -> screen.count("[1] send --text one · ") == 0);
        terminal.resizes(100, 30).types("echo ").seesTyped("echo");
        terminal.enters("there").seesLine("there").seesTyped("");

        terminal.enters("send --text two").sees("[2] send --text two · code ");
        for (int i = 0; i < 6; i++) {
            terminal.enters("echo after " + i).seesLine("after " + i);
        }
        assertThat(terminal.screen().count("after ")).isEqualTo(6);
        assertThat(lastLineBegins(terminal.screen(), "[2] send")).isTrue();
    }

    private static boolean lastLineBegins(Screen screen, String beginning) {
        List<String> lines = screen.lines();
        return lines.get(lines.size() - 1).startsWith(beginning);
    }

    private static boolean statusAtTheBottom(Screen screen) {
        return statusIsLast(screen) && screen.count("[1] send film") == 1;
    }

    private static boolean statusIsLast(Screen screen) {
        List<String> lines = screen.lines();
        return lines.get(lines.size() - 1).startsWith("[1] send film");
    }

    @Test
    void aQuestionTakesNoKeyAndWaits() throws Exception {
        Files.writeString(desk.elsewhere().resolve("letter.txt"), "Dear Ada");
        Installed.Run sender = desk.peer("send", "--code", CODE, "letter.txt");
        Terminal terminal = desk.shell();
        terminal.enters("receive " + CODE)
                .types("echo y")
                .sees("accept 1 or reject 1)")
                .seesTyped("echo y");
        terminal.enters("es").seesLine("yes").seesTyped("");
        assertThat(desk.here().resolve("letter.txt")).doesNotExist();
        terminal.enters("jobs").sees("[1] receive · asks: accept 1 or reject 1");

        terminal.enters("accept 1").sees("[1] Done: receive");
        assertThat(desk.here().resolve("letter.txt")).hasContent("Dear Ada");
        assertThat(sender.status()).isZero();
    }

    @Test
    void whatIsRejectedIsRefusedForThePeerToo() throws Exception {
        Files.writeString(desk.elsewhere().resolve("letter.txt"), "Dear Ada");
        Installed.Run sender = desk.peer("send", "--code", CODE, "letter.txt");
        Terminal terminal = desk.shell();
        terminal.enters("receive " + CODE)
                .sees("accept 1 or reject 1)")
                .enters("reject 1")
                .sees("wormhole: ");

        assertThat(sender.status()).isEqualTo(4);
        assertThat(desk.here().resolve("letter.txt")).doesNotExist();
    }

    @Test
    void whatIsRejectedBecauseItsNameIsTakenLeavesWhatIsThere() throws Exception {
        Files.writeString(desk.elsewhere().resolve("letter.txt"), "theirs");
        Files.writeString(desk.here().resolve("letter.txt"), "mine");
        Installed.Run sender = desk.peer("send", "--code", CODE, "letter.txt");
        Terminal terminal = desk.shell();
        terminal.enters("receive " + CODE)
                .sees("(answer 1 TEXT or reject 1)")
                .enters("reject 1")
                .sees("wormhole: ");

        assertThat(sender.status()).isEqualTo(4);
        assertThat(desk.here().resolve("letter.txt")).hasContent("mine");
        assertThat(desk.here()).isDirectoryNotContaining("glob:**letter.txt?*");
    }

    @Test
    void anEmptyTextLooksLikeOne() throws Exception {
        Installed.Run sender = desk.peer("send", "--code", CODE, "--text", "");
        Terminal terminal = desk.shell();
        terminal.enters("receive " + CODE).sees("[1] Done: receive").seesTyped("");
        terminal.enters("jobs").seesLine("[1] receive · done");

        assertThat(sender.status()).isZero();
    }

    @Test
    void aTextThatIsEmptyIsOneInQuestionsAndLists() throws Exception {
        Terminal terminal = desk.shell();
        terminal.enters("send --no-qr --verify --code " + CODE + " --text ''")
                .seesLine("[1] Sending text message (0 characters).")
                .seesLine("[1] send --no-qr --verify --text '' · code " + CODE);
        Installed.Run receiver = desk.peer("receive", CODE);
        terminal.sees("(accept 1 or reject 1)").enters("jobs");
        terminal.seesLine("[1] send --no-qr --verify --text '' · asks: accept 1 or reject 1");

        terminal.enters("accept").seesLine("[1] Done: send --no-qr --verify --text ''");
        assertThat(receiver.status()).isZero();
        assertThat(receiver.outputText()).isEqualTo("\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "."})
    void aNameThatIsNoneIsRefusedInWords(String name) throws Exception {
        Terminal terminal = desk.shell();
        try (EvilPeer sender = desk.evilPeer(CODE)) {
            sender.offerFile(name, 5);
            terminal.enters("receive " + CODE).sees("[1] wormhole: ").seesTyped("");

            assertThat(sender.hearError()).isNotBlank();
        }
        terminal.enters("jobs").seesLine("[1] receive · failed");
        assertThat(desk.here()).isEmptyDirectory();
    }

    @Test
    void controlCCancelsTheLineAndNotTheShell() throws Exception {
        Terminal terminal = desk.shell();
        terminal.types("echo not this")
                .seesTyped("echo not this")
                .presses("C-c")
                .seesTyped("");

        terminal.enters("echo but this").seesLine("but this");
        assertThat(terminal.screen().lines()).doesNotContain("not this");
    }

    @Test
    void pastedLinesRunOneAfterTheOther() throws Exception {
        Terminal terminal = desk.shell();
        terminal.pastes("set who Ada\necho hello $who\n\necho 'a\nb'\nnonsense\necho never\n")
                .sees("echo never")
                .presses("Enter")
                .seesLine("hello Ada")
                .seesLine("b")
                .sees("there is no command 'nonsense'")
                .seesLine("The line behind it was not run.")
                .seesTyped("");
        assertThat(terminal.screen().lines()).doesNotContain("never");

        terminal.presses("Up", "Up").seesTyped("nonsense");
    }

    @Test
    void anOpenQuoteKeepsNoCodeThatWasPastedBehindIt() throws Exception {
        Terminal terminal = desk.shell();
        terminal.pastes("echo it's here:\nreceive 7-crossover-clockwork\n")
                .sees("receive 7")
                .presses("Enter");
        terminal.awaits("an answer or a closing quote", screen -> screen.text().contains("has no end"));
        terminal.seesTyped("").presses("Up").seesTyped("receive");
    }

    @Test
    void noneOfTheLinesThatWerePastedIsRememberedWithItsCode() throws Exception {
        Terminal terminal = desk.shell();
        terminal.pastes("jobs\nreceive 7 crossover clockwork\necho last")
                .sees("echo last")
                .presses("Enter");
        terminal.seesLine("last").seesTyped("").presses("Up", "Up").seesTyped("receive");
    }

    @Test
    void aLineLongerThanTheWindowIsEditedWhole() throws Exception {
        Terminal terminal =
                desk.opened(40, 10, "tmux-256color", Map.of(), List.of()).seesTyped("");
        terminal.types("echo aaaaaaaaaaaaaaaaaaaa bbbbbbbbbbbbbbbbbbbb cccc").sees("cccc");
        terminal.presses("C-a", "C-k").seesTyped("").enters("echo short").seesLine("short");
    }
}
