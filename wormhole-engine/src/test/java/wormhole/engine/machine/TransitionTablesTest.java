package wormhole.engine.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Executes the tables of {@code docs/machines} against the machines. */
class TransitionTablesTest {
    static Stream<Rig<?>> machines() {
        return Rigs.all();
    }

    /** Every input in every state, whether the table has a line for it or not. */
    static Stream<Arguments> everyInputInEveryState() {
        return Rigs.all()
                .flatMap(rig -> rig.start().allStates().stream()
                        .sorted()
                        .flatMap(state -> rig.inputs().stream().map(input -> Arguments.of(rig, state, input))));
    }

    @ParameterizedTest(name = "{0}: {1} + {2}")
    @MethodSource("everyInputInEveryState")
    void theMachineDoesWhatItsTableSays(Rig<?> rig, String state, String input) {
        TransitionTable table = rig.table();
        Rig<?>.Run run = rig.start();
        table.pathsFrom(run.state()).get(state).forEach(run::input);
        assertThat(run.state()).isEqualTo(state);

        List<String> actions = run.input(input);

        TransitionTable.Transition expected = table.find(state, input)
                .orElseGet(() -> new TransitionTable.Transition(state, input, state, List.of()));
        assertThat(run.state()).isEqualTo(expected.next());
        assertThat(actions.stream().map(action -> action + "\n").collect(Collectors.joining()))
                .matches(patternOf(expected.actions()));
    }

    /** Actions in their order, a line each; one without arguments stands for the same with any. */
    private static String patternOf(List<String> actions) {
        return actions.stream().map(TransitionTablesTest::patternOf).collect(Collectors.joining());
    }

    private static String patternOf(String action) {
        if (action.endsWith("*")) {
            return "(" + patternOf(action.substring(0, action.length() - 1)) + ")*";
        }
        return (action.contains("(") ? Pattern.quote(action) : action + "\\([^()]*\\)") + "\n";
    }

    @ParameterizedTest
    @MethodSource("machines")
    void theTableLeadsToEveryStateOfTheMachine(Rig<?> rig) {
        Rig<?>.Run run = rig.start();

        assertThat(rig.table().pathsFrom(run.state()).keySet()).isEqualTo(run.allStates());
    }

    @ParameterizedTest
    @MethodSource("machines")
    void theTableKnowsOnlyInputsOfTheMachineAndHasNoLineTwice(Rig<?> rig) {
        List<String> lines = rig.table().transitions().stream()
                .map(each -> each.state() + " + " + each.input())
                .toList();

        assertThat(lines).doesNotHaveDuplicates();
        assertThat(rig.table().transitions())
                .extracting(TransitionTable.Transition::input)
                .isSubsetOf(rig.inputs());
    }

    @ParameterizedTest
    @MethodSource("machines")
    void everyMethodOfTheMachineIsAnInput(Rig<?> rig) {
        Set<String> driven = rig.inputs().stream()
                .map(input -> input.replaceFirst(" \\(.*", ""))
                .collect(Collectors.toSet());

        assertThat(driven).isEqualTo(rig.methodsOfTheMachine());
    }

    @Test
    void thereIsATableForEachMachineAndNoOther() {
        assertThat(Rigs.all().map(Rig::tableName))
                .hasSize(13)
                .containsExactlyInAnyOrderElementsOf(TransitionTable.names());
    }
}
