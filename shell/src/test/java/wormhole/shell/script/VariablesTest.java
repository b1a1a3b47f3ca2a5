package wormhole.shell.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import wormhole.spi.WormholeException;

class VariablesTest {
    private final Variables variables = new Variables();

    @Test
    void aResultIsWaitedFor() throws Exception {
        variables.expect(1, Set.of("code"));
        CompletableFuture<String> value = CompletableFuture.supplyAsync(this::code);
        variables.give(1, "code", "7-a-b");

        assertThat(value.get(10, TimeUnit.SECONDS)).isEqualTo("7-a-b");
    }

    @Test
    void whatACommandHasNotGivenAtItsEndIsMissing() {
        variables.give(1, "code", "old");
        variables.expect(2, Set.of("code"));
        variables.ended(2);

        assertThatThrownBy(() -> variables.value("code")).hasMessage("there is no value for $code");
    }

    @Test
    void theLastCommandGivesIt() throws WormholeException {
        variables.expect(1, Set.of("code"));
        variables.expect(2, Set.of("code"));
        variables.give(1, "code", "first");
        variables.give(2, "code", "second");
        variables.give(1, "code", "first again");

        assertThat(variables.value("code")).isEqualTo("second");
    }

    @Test
    void onlyNamesInCapitalsAreLikeEnvironmentVariables() {
        variables.set("WORMHOLE_RELAY_URL", "ws://h/v1");
        variables.set("code", "7-a-b");

        assertThat(variables.environment()).containsOnlyKeys("WORMHOLE_RELAY_URL");
    }

    private String code() {
        try {
            return variables.value("code");
        } catch (WormholeException e) {
            return e.messageText();
        }
    }
}
