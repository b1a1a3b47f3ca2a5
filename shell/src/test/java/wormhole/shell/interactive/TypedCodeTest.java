package wormhole.shell.interactive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedCodeTest {
    private final TypedCode codes = new TypedCode(new CommandIndex(TestCommands.all()));

    @ParameterizedTest
    @CsvSource({
        "receive 7 crossover clockwork, receive 7-crossover-clockwork",
        "receive 7-Crossover CLOCKWORK, receive 7-crossover-clockwork",
        "receive -o 7 7 crossover clockwork, receive -o 7 7-crossover-clockwork",
        "receive --listen 7-crossover-clokwork -o x, receive --listen 7-crossover-clockwork -o x",
        "receive 7-crossover-clockwork more, receive 7-crossover-clockwork more",
        "receive 7 made up, receive 7 made up",
        "receive 7-Made-Up, receive 7-Made-Up",
        "send 7 crossover clockwork, send 7 crossover clockwork",
    })
    void onlyACodeThatIsMeantIsMended(String typed, String meant) {
        assertThat(codes.mended(List.of(typed.split(" ", -1)))).containsExactly(meant.split(" ", -1));
    }

    @ParameterizedTest
    @CsvSource({
        "receive 7-crossover-clockwork -o x, receive -o x",
        "receive 7 crossover clockwork -o x, receive -o x",
        "receive '\"7-crossover-clockwork\"', receive",
        "receive wormhole-transfer:7-crossover-clockwork, receive",
        "send --code 7-crossover-clockwork x, send x",
        "send x --code 7-crossover-clockwork, send x",
        "send --code=7-crossover-clockwork x, send x",
        "answer 1 7-crossover-clockwork, answer 1",
        "answer 1 crossover clockwork, answer 1",
        "7-crossover-clockwork, ''",
        "send 7 books, send 7 books",
        "   RECEIVE 12 crosover Clockwrk, RECEIVE",
        "receive crossover-clockwork, receive",
        "recieved 12 crossover clockwork, recieved",
        "receive 12 cross0ver clock'work, receive",
        "xyz 12 crossover clockwork, xyz",
        "receive -o \"my dir\" 12 crossover clockwork &, receive -o \"my dir\" &",
        "send --code crossover-clockwork x, send x",
        "set WORMHOLE_CODE=7-crossover-clockwork, set",
    })
    void noCodeIsRemembered(String typed, String kept) {
        assertThat(codes.hidden(typed)).isEqualTo(kept);
    }

    @Test
    void anEmptyLineIsLeftAlone() {
        assertThat(codes.mended(List.of())).isEmpty();
    }
}
