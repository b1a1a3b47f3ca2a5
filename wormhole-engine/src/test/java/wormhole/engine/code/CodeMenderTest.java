package wormhole.engine.code;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeMenderTest {
    private final CodeMender mender = new CodeMender(WordList.pgp());

    @ParameterizedTest
    @CsvSource({
        "7-Crossover-Clockwork, capitals",
        "7 crossover clockwork, spaces",
        "7_crossover__clockwork, underscores",
        "'  7-crossover - clockwork ', space around",
        "7-crosover-clockwork, a letter left out",
        "7-crossoverr-clockwork, a letter too many at the end",
        "7-xcrossover-clockwork, a letter too many at the beginning",
        "7-crossober-clockwork, a letter mistaken",
        "7-corssover-clockwork, neighbours swapped",
        "7-crossovre-clokwork, a slip in each word",
    })
    void mendsWhatPeopleGetWrong(String typed, String slip) {
        assertThat(mender.mend(typed)).as(slip).isEqualTo("7-crossover-clockwork");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7-crossover-clockwork",
                "7-crssver-clockwork",
                "7-clockwork-crossover",
                "7-purple-sausages",
                "7-Purple-Sausages",
                "7-crossover-Sausages",
                "7-pure",
                "x-crossover-clockwork",
                "7-crossover-",
                "7--clockwork",
                "7-p\u00fcr\u00e9-clockwork",
                "-",
                ""
            })
    void leavesAloneWhatIsRightOrMadeUp(String typed) {
        assertThat(mender.mend(typed)).isEqualTo(typed);
    }

    @Test
    void doesNotGuessBetweenTwoWords() {
        assertThat(WordList.pgp().at(0)).contains("document", "monument");
        assertThat(mender.mend("7-mocument-clockwork")).isEqualTo("7-mocument-clockwork");
    }

    @Property
    void neverChangesACodeOfTheList(@ForAll @IntRange(max = 255) int first, @ForAll @IntRange(max = 255) int second) {
        WordList list = WordList.pgp();
        String code = "7-" + list.at(0).get(first) + "-" + list.at(1).get(second);

        assertThat(new CodeMender(list).mend(code)).isEqualTo(code);
    }

    @Property
    void mendsAnySwapOfNeighboursThatLeadsToOneWordOnly(
            @ForAll @IntRange(max = 255) int word, @ForAll @IntRange(max = 20) int anywhere) {
        String right = WordList.pgp().at(0).get(word);
        int at = anywhere % (right.length() - 1);
        String swapped = right.substring(0, at) + right.charAt(at + 1) + right.charAt(at) + right.substring(at + 2);
        String typed = "7-" + swapped + "-clockwork";

        assertThat(mender.mend(typed)).isIn("7-" + right + "-clockwork", typed);
    }
}
