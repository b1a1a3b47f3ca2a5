package wormhole.shell.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;

class ScriptLineTest {
    private static final Map<String, String> VARIABLES = Map.of("code", "7-a-b", "name", "two words");

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "send a b | send,a,b",
                "  send\ta   # all of it | send,a",
                "send a#b | send,a#b",
                "send 'two words' | send,two words",
                "send '$name' | send,$name",
                "send \"my $name\" | send,my two words",
                "send $name | send,two words",
                "send ${code}x | send,7-a-bx",
                "send --code=$code | send,--code=7-a-b",
                "send \"a\\\"\\$\\\\b\\n\" | send,a\"$\\b\\n",
                "send a\\ b \\$code | send,a b,$code",
                "send ws://h/?a&b | send,ws://h/?a&b",
                "send 5$ '&' \\& | send,5$,&,&",
                "send ~/a a~/b '~/c' \\~/d | send,/home/me/a,a~/b,~/c,~/d",
                "send '' | send,",
            })
    void isReadAsAShellReadsIt(String line, String words) throws WormholeException {
        assertThat(String.join(",", read(line).words())).isEqualTo(words);
        assertThat(read(line).background()).isFalse();
    }

    @Test
    void valuesCannotGrowWithoutEnd() {
        ScriptLine.Lookup tooMuch = name -> "x".repeat(1 << 20);
        assertThatThrownBy(() -> ScriptLine.read("set a $a$a$a$a$a", tooMuch, ""))
                .isInstanceOf(WormholeException.class)
                .hasMessageContaining("too long");
    }

    @Test
    void aMarkAtTheEndMeansTheBackground() throws WormholeException {
        assertThat(read("send a & # now")).isEqualTo(new ScriptLine(List.of("send", "a"), true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "# nothing", "\t#"})
    void nothingIsNothing(String line) throws WormholeException {
        assertThat(read(line).words()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"send 'a", "send \"a", "send \"a$", "send a\\", "send & a", "&", "send $unknown"})
    void whatCannotBeMeantIsRefused(String line) {
        assertThatThrownBy(() -> read(line)).isInstanceOfSatisfying(WormholeException.class, failure -> {
            assertThat(failure.code()).isEqualTo(ErrorCode.USAGE);
            assertThat(failure.hint()).isPresent();
        });
    }

    @Property(tries = 300)
    void everyTextIsOneWordWithinQuotes(@ForAll String text) throws WormholeException {
        String quoted = "'" + text.replace("'", "'\\''") + "'";

        assertThat(read("send " + quoted).words()).containsExactly("send", text);
    }

    private static ScriptLine read(String line) throws WormholeException {
        return ScriptLine.read(
                line,
                name -> {
                    if (!VARIABLES.containsKey(name)) {
                        throw new WormholeException(ErrorCode.USAGE, "no " + name).withHint("Set it.");
                    }
                    return VARIABLES.get(name);
                },
                "/home/me");
    }
}
