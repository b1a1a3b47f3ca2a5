package wormhole.shell.interactive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShellColoursTest {
    private static final String STATUS = "[2] receive · asks: accept 2 or reject 2";

    private final ShellColours colours = new ShellColours(true);
    private final ShellColours none = new ShellColours(false);

    @Test
    void withoutColoursEverythingIsAsItWas() {
        assertThat(none.prompt("wormhole> ")).isEqualTo("wormhole> ");
        assertThat(none.said("[1] Done")).isEqualTo("[1] Done");
        assertThat(none.status(STATUS).toAnsi()).doesNotContain("\u001b[3").contains(STATUS);
    }

    @Test
    void thePromptAndWhatJobsSayCanBeToldApart() {
        assertThat(colours.prompt("wormhole> ")).isEqualTo("\u001b[32;1mwormhole>\u001b[0m ");
        assertThat(colours.said("[12] Done: send")).isEqualTo("\u001b[36;1m[12]\u001b[0m Done: send");
        assertThat(colours.said("[x] by hand")).isEqualTo("[x] by hand");
    }

    @Test
    void whatAJobAlreadyColouredStaysSo() {
        assertThat(colours.said("[1] \u001b[1;31mwormhole:\u001b[0m no"))
                .endsWith("[0m \u001b[1;31mwormhole:\u001b[0m no");
    }

    @Test
    void whoWaitsForAnAnswerIsSeenAtOnce() {
        assertThat(colours.status(STATUS).toString()).isEqualTo(STATUS);
        assertThat(colours.status(STATUS).toAnsi()).contains("\u001b[33", "asks: accept 2 or reject 2");
    }
}
