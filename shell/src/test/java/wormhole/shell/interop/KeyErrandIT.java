package wormhole.shell.interop;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("interop")
@ExtendWith({Servers.class, Report.class})
@Execution(ExecutionMode.CONCURRENT)
class KeyErrandIT {

    static Stream<Arguments> isDoneAsItShould() {
        return Arrays.stream(KeyErrand.values())
                .flatMap(errand -> Bench.KEY_PASSERS.stream()
                        .flatMap(other -> Site.SINGLE.stream().map(site -> Arguments.of(errand, other, site))));
    }

    @ParameterizedTest
    @MethodSource
    void isDoneAsItShould(KeyErrand errand, SshPeer other, Site site) throws IOException, InterruptedException {
        Report.keep(errand.field(other, site), () -> new KeyHandover(errand, other, site).check());
    }
}
