package wormhole.shell.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** Variables and scripts at the prompt. */
class LanguageIT extends AtADesk {
    @Test
    void whatIsSetIsPutIn() throws Exception {
        Terminal terminal = desk.shell();
        terminal.enters("set name 'Ada Lovelace'").enters("echo hello $name").seesLine("hello Ada Lovelace");

        terminal.enters("set").seesLine("name = Ada Lovelace");
    }

    @Test
    void aScriptRunsAndStopsWhereItFails() throws Exception {
        Files.writeString(desk.here().resolve("good"), "# a comment\nset word fine\necho all is $word\n");
        Files.writeString(desk.here().resolve("bad"), "echo before\nsned x\necho after\n");
        Terminal terminal = desk.shell();
        terminal.enters("source good").seesLine("all is fine");

        terminal.enters("source bad")
                .seesLine("before")
                .sees("bad:2: there is no command 'sned'")
                .seesTyped("");
        assertThat(terminal.screen().lines()).doesNotContain("after");
    }

    @Test
    void aScriptSendsToItself() throws Exception {
        Files.writeString(
                desk.here().resolve("self"), "send --text hello --code-length 1 &\nreceive $code\nwait\necho $text!\n");
        Terminal terminal = desk.shell();

        terminal.enters("source self").seesLine("hello!").seesTyped("");
    }

    @Test
    void helpShowsExamples() throws Exception {
        Terminal terminal = desk.opened(100, 50, "tmux-256color", java.util.Map.of(), java.util.List.of());
        terminal.seesTyped("").enters("help receive").sees("wormhole receive 7-crossover-clockwork");
    }
}
