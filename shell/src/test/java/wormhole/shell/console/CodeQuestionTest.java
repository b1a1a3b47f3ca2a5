package wormhole.shell.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import wormhole.shell.testing.TypedLines;
import wormhole.spi.WormholeException;
import wormhole.spi.testkit.RecordingUserInterface;

class CodeQuestionTest {
    private static final Terminals TERMINAL = new Terminals(true, true, true);

    private final RecordingUserInterface person = new RecordingUserInterface();

    @Test
    void whatWasTypedIsMendedAndThePersonIsTold() throws WormholeException {
        TypedLines keyboard = new TypedLines(" 7-Crossover clokwork ");

        assertThat(new CodeQuestion(TERMINAL, keyboard).ask(person, Keyboard.NO_COMPLETION))
                .isEqualTo("7-crossover-clockwork");
        assertThat(keyboard.prompts()).containsExactly("Enter receive wormhole code: ");
        assertThat(person.event("mended").text()).contains("7-crossover-clockwork");
    }

    @Test
    void aCodeThatSomebodyMadeUpIsLeftAlone() throws WormholeException {
        TypedLines keyboard = new TypedLines("7-My-Secret");

        assertThat(new CodeQuestion(TERMINAL, keyboard).ask(person, Keyboard.NO_COMPLETION))
                .isEqualTo("7-My-Secret");
        assertThat(person.events()).isEmpty();
    }

    @Test
    void whoTypesNoneIsAskedAgain() throws WormholeException {
        TypedLines keyboard = new TypedLines("", "  ", "7-a-b");

        assertThat(new CodeQuestion(TERMINAL, keyboard).ask(person, Keyboard.NO_COMPLETION))
                .isEqualTo("7-a-b");
        assertThat(keyboard.prompts()).hasSize(3);
        assertThat(person.events())
                .hasSize(2)
                .allSatisfy(note -> assertThat(note.text()).contains("7-crossover-clockwork"));
    }

    @Test
    void withoutATerminalWhoeverIsThereIsAsked() throws WormholeException {
        CodeQuestion question = new CodeQuestion(Terminals.NONE, new TypedLines("7-a-b"));

        assertThat(question.ask(person.answering("8-c-d"), Keyboard.NO_COMPLETION))
                .isEqualTo("8-c-d");
        assertThatThrownBy(() -> question.ask(person, Keyboard.NO_COMPLETION)).isInstanceOf(WormholeException.class);
    }
}
