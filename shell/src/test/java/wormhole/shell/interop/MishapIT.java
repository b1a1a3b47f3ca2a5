package wormhole.shell.interop;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
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
class MishapIT {

    static Stream<Arguments> endsAsItShould() {
        return Arrays.stream(Mishap.values())
                .flatMap(mishap -> Bench.OTHERS.stream()
                        .filter(other -> mishap.field(other).supported())
                        .map(other -> Arguments.of(mishap, other)));
    }

    @ParameterizedTest
    @MethodSource
    void endsAsItShould(Mishap mishap, Peer other) throws IOException, InterruptedException {
        Report.keep(mishap.field(other), () -> cause(mishap, other));
    }

    /** Where a wrong code is the mishap, it cannot be told from the fault that looks like one. */
    private static void cause(Mishap mishap, Peer other) throws IOException, InterruptedException {
        if (mishap.isAWrongCode()) {
            new Accident(mishap, other).check();
        } else {
            String what = mishap + ", " + other.title() + ": ";
            KnownFaults.outlive(what, List.of(other), Site.OURS, () -> new Accident(mishap, other).check());
        }
    }
}
