package wormhole.engine.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlainValuesTest {
    private static Map<String, ?> copy(Map<String, ?> map) {
        return PlainValues.copyOf(map, "the values");
    }

    @Test
    void whatAPluginChangesLaterIsNotSeen() {
        List<Object> list = new ArrayList<>(List.of(1, true));
        Map<String, Object> map = new HashMap<>(Map.of("a", list, "b", Map.of("c", 1.5, "d", 2L)));

        Map<String, ?> copy = copy(map);
        list.add("later");
        map.clear();

        assertThat(copy).isEqualTo(Map.of("a", List.of(1, true), "b", Map.of("c", 1.5, "d", 2L)));
    }

    @Test
    void whatHoldsItselfIsRefused() {
        Map<String, Object> map = new HashMap<>();
        map.put("a", List.of(map));

        assertThatIllegalArgumentException().isThrownBy(() -> copy(map)).withMessageContaining("too deep");
    }

    @Test
    void whatIsTooMuchIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> copy(Map.of("a", Collections.nCopies(10_001, 1))))
                .withMessageContaining("too many");
    }

    @Test
    void whatJsonHasNotIsRefusedByItsName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> copy(Map.of("a", new StringBuilder())))
                .withMessageContaining("java.lang.StringBuilder");
    }
}
