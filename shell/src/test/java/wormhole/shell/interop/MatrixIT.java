package wormhole.shell.interop;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("interop")
@ExtendWith({Servers.class, Report.class})
@Execution(ExecutionMode.CONCURRENT)
class MatrixIT {

    static Stream<Cell> betweenUsAndTheOthers() {
        return Matrix.ours().stream().filter(Cell::supported);
    }

    static Stream<Cell> amongTheOthers() {
        return Matrix.others().stream().filter(Cell::supported);
    }

    @ParameterizedTest
    @MethodSource
    void betweenUsAndTheOthers(Cell cell) throws IOException, InterruptedException {
        Report.keep(Matrix.field(cell), () -> new Transfer(cell).check());
    }

    @ParameterizedTest
    @MethodSource
    void amongTheOthers(Cell cell) throws IOException, InterruptedException {
        Report.keep(Matrix.field(cell), () -> new Transfer(cell).check());
    }
}
