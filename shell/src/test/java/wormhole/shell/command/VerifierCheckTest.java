package wormhole.shell.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import wormhole.spi.Event;
import wormhole.spi.OptionValues;
import wormhole.spi.Question;
import wormhole.spi.UserInterface;
import wormhole.spi.WormholeException;
import wormhole.spi.testkit.RecordingUserInterface;

class VerifierCheckTest {
    private static final String HEX = "0123456789abcdef".repeat(4);
    private static final String WORDS = "aardvark adroitness ".repeat(16).strip();

    @Test
    void takesHexadecimalHoweverItIsGrouped() throws WormholeException {
        assertThat(answerTo(HEX.toUpperCase(Locale.ROOT).replaceAll("(.{8})", "$1 "), ""))
                .isEqualTo("yes");
        assertThat(answerTo(HEX.replace('f', 'e'), "")).isEqualTo("no");
    }

    @Test
    void takesWords() throws WormholeException {
        assertThat(answerTo(WORDS.replace(' ', '-'), "")).isEqualTo("yes");
        assertThat(answerTo(WORDS.replaceFirst("aardvark", "absurd"), "")).isEqualTo("no");
    }

    @Test
    void readsItFromStandardInputWhenItIsNeeded() throws WormholeException {
        assertThat(answerTo("-", HEX + "\n")).isEqualTo("yes");
    }

    @Test
    void aPartOfAVerifierProvesNothing() {
        assertThatThrownBy(() -> answerTo(HEX.substring(8), "")).hasMessageContaining("not a whole one");
        assertThatThrownBy(() -> answerTo("-", "")).hasMessageContaining("not a whole one");
        assertThatThrownBy(() -> answerTo("", "")).hasMessageContaining("not a whole one");
    }

    @Test
    void otherQuestionsArePassedOn() throws WormholeException {
        UserInterface ui = check(HEX, "");

        assertThat(ui.ask(Question.yesOrNo("accept", "ok?"))).isEqualTo("from the person");
    }

    private static String answerTo(String given, String input) throws WormholeException {
        UserInterface ui = check(given, input);
        ui.tell(Event.named("verifier").with("verifier", HEX).with("words", WORDS));
        return ui.ask(Question.yesOrNo("verifier", "same?"));
    }

    private static UserInterface check(String given, String input) throws WormholeException {
        return VerifierCheck.answering(
                OptionValues.of(Map.of("verify-with", List.of(given)), Path.of("/")),
                new RecordingUserInterface().answering("from the person"),
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
    }
}
