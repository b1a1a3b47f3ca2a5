package wormhole.plugin.server.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.AbstractSet;
import java.util.Iterator;
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

        assertThat(names.pickFree(taken)).isEqualTo("57");
    }

    @Test
    void picksAmongLongNamesWhenAllShortOnesAreTaken() throws Refusal {
        assertThat(Integer.parseInt(names.pickFree(numbers(1, 1000)))).isBetween(1000, 999_999);
    }

    @Test
    void refusesWhenItFindsNone() {
        assertThatThrownBy(() -> names.pickFree(everything())).hasMessage("unable to find a free nameplate-id");
    }

    private static Set<String> numbers(int from, int to) {
        return IntStream.range(from, to).mapToObj(Integer::toString).collect(Collectors.toSet());
    }

    private static Set<String> everything() {
        return new AbstractSet<>() {
            @Override
            public boolean contains(Object name) {
                return true;
            }

            @Override
            public Iterator<String> iterator() {
                throw new UnsupportedOperationException();
            }

            @Override
            public int size() {
                return Integer.MAX_VALUE;
            }
        };
    }
}
