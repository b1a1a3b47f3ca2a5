package wormhole.shell.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wormhole.spi.Event;

class TerminalAbilitiesTest {
    private static final TerminalAbilities CAPABLE = TerminalAbilities.of(Map.of("TERM", "xterm-256color"), false);
    private static final String LINK = "wormhole-transfer:7-a-b";
    private static final Event CODE =
            Event.named("code").with("code", "7-a-b").with("uri", LINK).saying("The code is: 7-a-b\nLink: " + LINK);
    private static final Event COPY = Event.named("copy").with("text", "7-a-b");

    @Test
    void aCodeIsALink() {
        assertThat(CAPABLE.shown(CODE))
                .isEqualTo(
                        "The code is: \u001b]8;;wormhole-transfer:7-a-b\u001b\\7-a-b\u001b]8;;\u001b\\\nLink: " + LINK);
    }

    @Test
    void whatComesFromOutsideIsEscapedBeforeAndLinksThatCouldSteerAreLeftOut() {
        Event event = Event.named("code")
                .with("code", "7-\u001b[2J")
                .with("uri", "x:\u001b[2J")
                .saying("It is: 7-\u001b[2J");

        assertThat(CAPABLE.shown(event)).isEqualTo("It is: 7-\\x1b[2J");
        assertThat(CAPABLE.shown(event.with("uri", "x:y"))).contains("]8;;x:y\u001b\\7-\\x1b[2J\u001b]8;;");
    }

    @Test
    void aCodeIsCopiedByTheTerminal() {
        assertThat(CAPABLE.shown(COPY)).isEqualTo("\u001b]52;c;Ny1hLWI=\u0007The terminal was asked to copy the code.");
    }

    @Test
    void tmuxIsAskedToHandItOn() {
        TerminalAbilities inside =
                TerminalAbilities.of(Map.of("TERM", "screen", "TMUX", "/tmp/tmux-0/default,1,0"), false);

        assertThat(inside.shown(COPY))
                .startsWith(
                        "\u001b]52;c;Ny1hLWI=\u0007\u001bPtmux;\u001b\u001b]52;c;Ny1hLWI=\u0007\u001b\\The terminal");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dumb", "linux", ""})
    void otherTerminalsGetTextOnly(String term) {
        TerminalAbilities plain = TerminalAbilities.of(Map.of("TERM", term), !term.equals("linux"));

        assertThat(plain.shown(CODE)).isEqualTo(CODE.text());
        assertThat(plain.shown(COPY)).startsWith("The code was not copied");
    }

    @Test
    void aCodeStandsOutWhereThereAreColours() {
        TerminalAbilities console = TerminalAbilities.of(Map.of("TERM", "linux"), true);

        assertThat(console.shown(CODE)).isEqualTo("The code is: \u001b[1;32m7-a-b\u001b[0m\nLink: " + LINK);
    }
}
