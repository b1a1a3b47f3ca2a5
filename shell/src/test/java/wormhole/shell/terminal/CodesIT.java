package wormhole.shell.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wormhole.shell.distribution.Installed;

/** Codes as people type them, and what of them is remembered. */
class CodesIT extends AtADesk {
    private static final String CODE = "7-crossover-clockwork";
    private static final String PROMPT = "Enter receive wormhole code:";

    @ParameterizedTest
    @ValueSource(strings = {"7-CROSSOVER-Clockwork", "7 crossover clockwork", "7-crosover-clockwerk"})
    void aMistypedCodeIsMendedBeforeItIsClaimed(String typed) throws Exception {
        Installed.Run sender = desk.peer("send", "--code", CODE, "--text", "hello");
        Terminal terminal = desk.shell();
        terminal.enters("receive " + typed).sees("Taking it for " + CODE + ".").seesLine("[1] hello");

        assertThat(sender.status()).isZero();
    }

    @Test
    void aLinkIsAsGoodAsACode() throws Exception {
        Installed.Run sender = desk.peer("send", "--code", CODE, "--text", "hello");
        Terminal terminal = desk.shell();
        terminal.enters("receive wormhole-transfer:" + CODE).seesLine("[1] hello");

        assertThat(sender.status()).isZero();
    }

    @Test
    void whoIsAskedForACodeHasCompletionAndMendingToo() throws Exception {
        Installed.Run sender = desk.peer("send", "--code", CODE, "--text", "hello");
        Installed.awaitLine(sender, sender.error(), "Wormhole code is: ");
        Terminal terminal = asked();
        terminal.completes(PROMPT + " 7-");
        terminal.enters("Crossover clokwork")
                .sees("Taking it for " + CODE + ".")
                .seesLine("hello");

        assertThat(terminal.status()).isZero();
        assertThat(sender.status()).isZero();
    }

    @Test
    void whoIsAskedForACodeMayPasteALink() throws Exception {
        Installed.Run sender = desk.peer("send", "--code", CODE, "--text", "hello");
        asked().enters("wormhole-transfer:" + CODE).seesLine("hello");

        assertThat(sender.status()).isZero();
    }

    private Terminal asked() throws Exception {
        return desk.opened(80, 24, "tmux-256color", Map.of(), List.of("receive"))
                .sees(PROMPT);
    }

    @Test
    void theHistoryComesBackWithoutCodes() throws Exception {
        Terminal first = desk.shell();
        first.enters("receive -o inbox 7 Crossover clokwork")
                .sees("[1] receive -o inbox")
                .enters("echo kept");
        first.seesLine("kept").presses("C-d").sees("Cancel and leave?").enters("y");
        assertThat(first.status()).isZero();
        assertThat(desk.history()).contains("receive -o inbox", "echo kept").doesNotContainIgnoringCase("cloc", "clok");

        Terminal second = desk.shell();
        second.presses("Up").seesTyped("echo kept").presses("Up").seesTyped("receive -o inbox");
    }

    @Test
    void onlyTheFirstSessionBeginsWithThreeLinesOfAdvice() throws Exception {
        Terminal first = desk.shell();
        assertThat(first.screen().lines().indexOf(Screen.PROMPT)).isEqualTo(3);
        assertThat(first.screen().text()).contains("Ctrl-D leaves.");
        first.presses("C-d");
        assertThat(first.status()).isZero();

        assertThat(desk.shell().screen().lines().get(0)).isEqualTo(Screen.PROMPT);
    }
}
