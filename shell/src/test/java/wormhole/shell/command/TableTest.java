package wormhole.shell.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void columnsStandBelowEachOther() {
        assertThat(new Table(List.of(List.of("A", "B", "C"), List.of("long", "x", ""), List.of("", "yy", "z"))).lines())
                .containsExactly("A     B   C", "long  x", "      yy  z");
    }
}
