package wormhole.shell.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import wormhole.shell.distribution.Installed;

/** Colours where they can be shown, and a shell that works where they cannot. */
class LooksIT extends AtADesk {
    private static final List<String> SENDING = List.of("send", "--text", "hello");
    private static final String BOLD = "\u001b[1m";
    private static final String RED = "\u001b[31m";
    private static final String CYAN = "\u001b[36m";

    @Test
    void whatIsKnownAndWhatIsNotLooksDifferent() throws Exception {
        Terminal terminal = desk.shell();
        terminal.types("send --code-length x").seesTyped("send --code-length x");
        assertThat(terminal.inColours()).contains(BOLD + "send", CYAN + "--code-length");
        terminal.presses("C-u").types("sned x").seesTyped("sned x");
        assertThat(terminal.inColours()).contains(RED + "sned");
    }

    @Test
    void theCodeIsALinkAndIsCopiedByTheTerminal() throws Exception {
        Terminal terminal = desk.shell().records();
        terminal.enters("send --copy --code 7-crossover-clockwork --text hello");
        terminal.sees("The terminal was asked to copy the code.").sees("Or open there: wormhole-transfer:7-");

        assertThat(terminal.clipboard()).isEqualTo("7-crossover-clockwork");
        assertThat(terminal.recorded())
                .contains("\u001b]8;;wormhole-transfer:7-crossover-clockwork?rendezvous=")
                .contains("\u001b\\7-crossover-clockwork\u001b]8;;\u001b\\");
    }

    @Test
    void theQrCodeFitsTheBackground() throws Exception {
        String corner = "██ ▄▄▄▄▄ █";
        String negative = "  █▀▀▀▀▀█ ";
        Terminal dark = desk.opened(100, 40, "tmux-256color", Map.of(), SENDING);
        Terminal light = desk.opened(100, 40, "tmux-256color", Map.of("COLORFGBG", "0;15"), SENDING);
        Terminal said = desk.opened(100, 40, "tmux-256color", Map.of("WORMHOLE_BACKGROUND", "light"), SENDING);

        assertThat(dark.sees("Or open there").screen().text()).contains(corner);
        assertThat(light.sees("Or open there").screen().text()).contains(negative);
        assertThat(said.sees("Or open there").screen().text()).contains(negative);
    }

    @Test
    void theCodeAndWhoWaitsForAnAnswerStandOut() throws Exception {
        Files.writeString(desk.elsewhere().resolve("letter.txt"), "Dear Ada");
        Installed.Run sender = desk.peer("send", "--code", "7-crossover-clockwork", "letter.txt");
        Terminal terminal = desk.shell();
        terminal.enters("receive 7-crossover-clockwork").sees("[1] receive · asks: accept 1");
        terminal.enters("receive --allocate").sees("[2] Wormhole code is: ").sees("[2] receive --allocate · code ");

        assertThat(terminal.inColours())
                .containsPattern("\u001b\\[33m(\u001b\\[[0-9;]*m|.)?asks: accept 1 or reject 1")
                .containsPattern("Wormhole code is: \u001b\\[1m\u001b\\[32m[0-9]+-[a-z]+-[a-z]+");
        terminal.enters("reject 1").sees("wormhole: ");
        assertThat(sender.status()).isEqualTo(4);
    }

    @Test
    void withoutColoursThereAreNone() throws Exception {
        Terminal terminal = desk.opened(80, 24, "tmux-256color", Map.of("NO_COLOR", "1"), List.of());
        terminal.seesTyped("").types("send --code-length x").seesTyped("send --code-length x");

        assertThat(terminal.inColours()).doesNotContain(BOLD, CYAN);
    }

    @Test
    void aDumbTerminalGetsPlainLines() throws Exception {
        Terminal terminal = desk.opened(80, 24, "dumb", Map.of(), List.of()).seesTyped("");
        terminal.enters("echo plain").seesLine("plain");
        terminal.enters("send --code 7-crossover-clockwork --text hello").sees("wormhole>");
        Installed.Run receiver = desk.peer("receive", "7-crossover-clockwork");
        assertThat(receiver.status()).as(receiver.errorText()).isZero();

        terminal.sees("[1] Done: send").enters("exit");
        assertThat(terminal.status()).isZero();
        assertThat(terminal.inColours()).doesNotContain("\u001b");
    }

    @Test
    void controlCOnADumbTerminalCancelsTheLineAndNoJob() throws Exception {
        Terminal terminal = desk.opened(80, 24, "dumb", Map.of(), List.of()).seesTyped("");
        terminal.enters("send --no-qr --code 7-crossover-clockwork --text hello")
                .sees("Wormhole code is");
        terminal.presses("C-c").sees("Ctrl-D or 'exit' leaves");

        terminal.enters("cancel 1").sees("[1] Cancelled: send");
        terminal.enters("exit");
        assertThat(terminal.status()).isZero();
    }

    @Test
    void atTheEndOfAPipeAQuestionIsAnsweredWithNo() throws Exception {
        Installed.Run shell = desk.unix("echo x >file; printf '%s\\n' 'send file --code 7-crossover-clockwork'"
                + " 'receive 7-crossover-clockwork -o other' | wormhole shell");

        assertThat(shell.status()).as(shell.errorText()).isZero();
        assertThat(shell.errorText())
                .contains("[2] wormhole: nobody is here to answer: ok?", "[1] wormhole: the other side rejected");
    }

    @Test
    void aPipeIsReadToItsEndAndItsJobsAreAwaited() throws Exception {
        Installed.Run shell = desk.unix(
                "printf '%s\\n' 'echo begun' 'send --code 7-crossover-clockwork --text hello' |" + " wormhole shell");
        Installed.Run receiver = desk.peer("receive", "7-crossover-clockwork");

        assertThat(receiver.status()).isZero();
        assertThat(shell.status()).isZero();
        assertThat(shell.outputText()).isEqualTo("begun\n");
        assertThat(shell.errorText()).contains("[1] Done: send").doesNotContain("\u001b");
    }
}
