package wormhole.shell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
    private static final List<String> KNOWN = List.of("send", "receive", "server", "--text", "-t");

    @Test
    void findsWhatIsASlipAway() {
        assertThat(Nearest.to("sned", KNOWN)).contains("send");
        assertThat(Nearest.to("sen", KNOWN)).contains("send");
        assertThat(Nearest.to("recive", KNOWN)).contains("receive");
        assertThat(Nearest.to("--txet", KNOWN)).contains("--text");
    }

    @Test
    void findsWhatWasBegun() {
        assertThat(Nearest.to("rec", KNOWN)).contains("receive");
    }

    @Test
    void findsNothingFarOff() {
        assertThat(Nearest.to("xyzzy", KNOWN)).isEmpty();
        assertThat(Nearest.to("-x", KNOWN)).isEmpty();
    }
}
