package wormhole.plugin.server.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NameplateNamesTest {
    private final NameplateNames names = new NameplateNames(RandomGenerator.getDefault());

    @Test
    void picksTheLastFreeNameOfALength() throws Refusal {
        Set<String> taken = numbers(1, 1000);
        taken.remove("57");
        taken.remove("570");

        assertThat(pick(taken)).isEqualTo("57");
    }

    @Test
    void picksAmongLongNamesWhenAllShortOnesAreTaken() throws Refusal {
        assertThat(Integer.parseInt(pick(numbers(1, 1000)))).isBetween(1000, 999_999);
    }

    @Test
    void refusesWhenItFindsNone() {
        assertThatThrownBy(() -> names.pickFree((from, to) -> List.of(), name -> true))
                .hasMessage("unable to find a free nameplate-id");
    }

    private static Set<String> numbers(int from, int to) {
        return IntStream.range(from, to).mapToObj(Integer::toString).collect(Collectors.toSet());
    }

    private String pick(Set<String> taken) throws Refusal {
        return names.pickFree(
                (from, to) -> numbers(from, to).stream()
                        .filter(name -> !taken.contains(name))
                        .toList(),
                taken::contains);
    }
}
