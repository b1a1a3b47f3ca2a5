package wormhole.spi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WormholeExceptionTest {
    private static final WormholeException PLAIN =
            new WormholeException(ErrorCode.USAGE, "it is wrong").withHint("Mend it.");

    @Test
    void saysFirstWhereItWasAndKeepsItsCure() {
        WormholeException inner = PLAIN.at("b:2").at("a:1");

        assertThat(inner.messageText()).isEqualTo("a:1: b:2: it is wrong");
        assertThat(inner.hint()).contains("Mend it.");
        assertThat(inner.code()).isEqualTo(ErrorCode.USAGE);
    }

    @Test
    void anotherFailureCanBeAtTheSamePlace() {
        WormholeException other = new WormholeException(ErrorCode.TIMEOUT, "it took too long");

        assertThat(other.atPlaceOf(PLAIN.at("a:1")).messageText()).isEqualTo("a:1: it took too long");
        assertThat(other.atPlaceOf(PLAIN).messageText()).isEqualTo("it took too long");
    }
}
