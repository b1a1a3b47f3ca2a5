package wormhole.shell.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import wormhole.shell.testing.TypedLines;
import wormhole.spi.ErrorCode;
import wormhole.spi.Event;
import wormhole.spi.Progress;
import wormhole.spi.Question;
import wormhole.spi.WormholeException;

class ConsoleInterfaceTest {
    private static final Terminals ALL = new Terminals(true, true, true);

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final ByteArrayOutputStream error = new ByteArrayOutputStream();

    @Test
    void tellsOnStandardErrorOnly() {
        console(Terminals.NONE, Event.Level.INFO).tell(Event.note("hello"));

        assertThat(shown()).isEqualTo("hello\n");
        assertThat(output.size()).isZero();
    }

    @Test
    void tellsNoMoreThanIsWanted() {
        ConsoleInterface quiet = console(Terminals.NONE, Event.Level.WARNING);
        quiet.tell(Event.note("a").at(Event.Level.DETAIL));
        quiet.tell(Event.note("b"));
        quiet.tell(Event.note("c").at(Event.Level.WARNING));
        quiet.tell(Event.named("for-programs").at(Event.Level.WARNING));

        assertThat(shown()).isEqualTo("c\n");
    }

    @Test
    void escapesWhatCouldSteerTheTerminal() {
        console(ALL, Event.Level.INFO).tell(Event.note("\u001b]0;owned\u0007\ntwo"));

        assertThat(shown()).isEqualTo("\\x1b]0;owned\\x07\ntwo\n");
    }

    @Test
    void asksNobodyWithoutATerminal() {
        for (Terminals some :
                List.of(Terminals.NONE, new Terminals(true, true, false), new Terminals(false, true, true))) {
            assertThatThrownBy(() -> console(some, Event.Level.INFO, "yes").ask(Question.yesOrNo("q", "ok?")))
                    .isInstanceOfSatisfying(
                            WormholeException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NO_ANSWER));
        }
        assertThat(error.size()).isZero();
    }

    @Test
    void enterTakesTheFirstChoice() throws WormholeException {
        assertThat(console(ALL, Event.Level.INFO, "").confirm(Question.yesOrNo("q", "ok?")))
                .isFalse();
        assertThat(console(ALL, Event.Level.INFO, "").confirm(Question.yesByDefault("q", "ok?")))
                .isTrue();
    }

    @Test
    void aChoiceIsKnownByItsBeginningAndAskedForUntilThereIsOne() throws WormholeException {
        TypedLines keyboard = new TypedLines("maybe", " Y ");

        assertThat(console(ALL, Event.Level.INFO, keyboard).confirm(Question.yesOrNo("q", "ok?")))
                .isTrue();
        assertThat(keyboard.prompts()).containsExactly("ok? [y/N] ", "ok? [y/N] ");
    }

    @Test
    void manyChoicesAreListed() throws WormholeException {
        TypedLines keyboard = new TypedLines("over");
        Question question = new Question("conflict", "It exists.", List.of("skip", "rename", "overwrite"));

        assertThat(console(ALL, Event.Level.INFO, keyboard).ask(question)).isEqualTo("overwrite");
        assertThat(keyboard.prompts()).containsExactly("It exists. [SKIP/rename/overwrite] ");
    }

    @Test
    void aFreeAnswerIsTakenAsItIs() throws WormholeException {
        assertThat(console(ALL, Event.Level.INFO, "Hello There").ask(Question.free("text", "Text:")))
                .isEqualTo("Hello There");
    }

    @Test
    void outputIsByteExactThroughAPipeAndEscapedOnATerminal() throws IOException {
        byte[] hostile = "a\u001b[31m\n☃\r\n".getBytes(StandardCharsets.UTF_8);

        console(Terminals.NONE, Event.Level.INFO).output().write(hostile);
        assertThat(output.toByteArray()).isEqualTo(hostile);
        output.reset();

        console(ALL, Event.Level.INFO).output().write(hostile);
        assertThat(output.toString(StandardCharsets.UTF_8)).isEqualTo("a\\x1b[31m\n☃\n");
    }

    @Test
    void showsProgressOnATerminalOnly() {
        try (Progress progress = console(Terminals.NONE, Event.Level.INFO).progress("Sending", 10)) {
            progress.advance(10);
        }
        assertThat(shown()).isEmpty();

        try (Progress progress = console(ALL, Event.Level.INFO).progress("Sending", 10)) {
            progress.advance(10);
        }
        assertThat(shown())
                .contains("Sending ━━━━━━━━━━━━━━━━ 100% of 10 bytes")
                .endsWith("\n");
    }

    @Test
    void whatIsToldDuringProgressStandsOnALineOfItsOwn() {
        ConsoleInterface console = console(ALL, Event.Level.INFO);
        try (Progress progress = console.progress("Sending", 10)) {
            progress.advance(1);
            console.tell(Event.note("by the way"));
        }

        assertThat(shown()).contains("\r\u001b[Kby the way\n");
    }

    private ConsoleInterface console(Terminals terminals, Event.Level least, String... typed) {
        return console(terminals, least, new TypedLines(typed));
    }

    private ConsoleInterface console(Terminals terminals, Event.Level least, TypedLines keyboard) {
        PrintStream stream = new PrintStream(error, true, StandardCharsets.UTF_8);
        return new ConsoleInterface(
                output, stream, terminals, new TerminalAbilities(true, false, Style.PLAIN), keyboard, least);
    }

    private String shown() {
        return error.toString(StandardCharsets.UTF_8);
    }
}
