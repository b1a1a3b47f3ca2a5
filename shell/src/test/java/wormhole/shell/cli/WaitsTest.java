package wormhole.shell.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wormhole.engine.WaitLimits;
import wormhole.spi.OptionValues;
import wormhole.spi.WormholeException;

class WaitsTest {
    private static final Duration CHOSEN = Duration.ofSeconds(7);

    @Test
    void withoutOptionsTheUsualLimitsHold() throws WormholeException {
        assertThat(limits()).isEqualTo(WaitLimits.USUAL);
    }

    @Test
    void everyLimitHasAName() throws WormholeException {
        String[] every = Waits.names().stream().map(name -> name + "=7").toArray(String[]::new);

        assertThat(all(limits(every))).containsOnly(CHOSEN);
    }

    @ParameterizedTest
    @CsvSource({
        "server,0",
        "nameplate,1",
        "peer,2",
        "version,3",
        "offer,4",
        "answer,5",
        "transit,6",
        "path,7",
        "handshake,8",
        "stall,9"
    })
    void eachChangesItsLimitAndNoOther(String name, int which) throws WormholeException {
        List<Duration> expected = new ArrayList<>(all(WaitLimits.USUAL));
        expected.set(which, CHOSEN);

        assertThat(all(limits(name + "=7s"))).isEqualTo(expected);
    }

    @Test
    void theLaterOfTwoHolds() throws WormholeException {
        assertThat(limits("answer=1h", "answer=7").transfer().answer()).isEqualTo(CHOSEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "answer", "=5m", "answer=", "answer=0", "answer=-1", "answer=soon", "lunch=1h"})
    void whatIsNoWaitIsRefused(String text) {
        assertThatThrownBy(() -> limits(text)).isInstanceOf(WormholeException.class);
    }

    @Test
    void helpNamesThemAll() {
        assertThat(GlobalOptions.WAIT.description()).contains(Waits.names());
    }

    private static List<Duration> all(WaitLimits limits) {
        return List.of(
                limits.server(),
                limits.code(),
                limits.peer(),
                limits.version(),
                limits.transfer().offer(),
                limits.transfer().answer(),
                limits.transfer().transit(),
                limits.transit().connect(),
                limits.transit().handshake(),
                limits.transit().stall());
    }

    private static WaitLimits limits(String... texts) throws WormholeException {
        return Waits.limits(OptionValues.of(Map.of(GlobalOptions.WAIT.key(), List.of(texts)), Path.of("")));
    }
}
